'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { LevelSelect, SetMany } from './level-select.tsx';
import { SaveBar } from './save-bar.tsx';
import { type Aspect, cellName, changedTargets, type Level, levelsOf, type Target, withLevel } from './targets.ts';

type Props = {
  platform: string;
  capabilities: { key: string; name: string }[];
  aspects: Aspect[];
  levels: Level[];
  targets: Target[];
  editor: boolean;
};

/** Capability × aspect: the level that each cell aims at, changed one by one or a row or column at a time. */
export function TargetGrid({ platform, capabilities, aspects, levels, targets, editor }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [wanted, setWanted] = useState(() => levelsOf(targets));
  const shown = targets.filter(({ capability }) => capabilities.some(({ key }) => key === capability));
  const changed = changedTargets(shown, wanted);
  const set = (cells: Target[]) => (level: number | null) => setWanted((before) => withLevel(before, cells, level));

  async function save() {
    if (await run(() => trpc.catalogue.saveTargets.mutate({ platform, targets: changed }))) router.refresh();
  }

  return (
    <>
      <Table label={t('catalogue.targets.title')}>
        <Head>
          <tr>
            <HeadCell className="sticky left-0 bg-paper">{t('catalogue.targets.capability')}</HeadCell>
            {aspects.map(({ key, name }) => (
              <HeadCell key={key}>{name}</HeadCell>
            ))}
            {editor ? <HeadCell>{t('catalogue.targets.whole')}</HeadCell> : null}
          </tr>
        </Head>
        <Body>
          {capabilities.map(({ key, name }) => {
            const row = shown.filter(({ capability }) => capability === key);
            return (
              <Row key={key}>
                <th scope="row" className="sticky left-0 max-w-36 bg-paper py-1 pr-3 text-left font-normal sm:max-w-60">
                  {name}
                </th>
                {row.map((target) => {
                  const aspect = aspects.find((one) => one.key === target.aspect)?.name ?? target.aspect;
                  return (
                    <Cell key={target.aspect}>
                      <LevelSelect
                        label={t('catalogue.targets.cell', { capability: name, aspect })}
                        level={wanted.get(cellName(key, target.aspect)) ?? null}
                        usual={target.default}
                        changed={(wanted.get(cellName(key, target.aspect)) ?? null) !== target.level}
                        levels={levels}
                        onChange={editor ? set([target]) : null}
                      />
                    </Cell>
                  );
                })}
                {editor ? (
                  <Cell>
                    <SetMany label={t('catalogue.targets.row', { name })} levels={levels} onSet={set(row)} />
                  </Cell>
                ) : null}
              </Row>
            );
          })}
          {editor ? (
            <Row>
              <th scope="row" className="sticky left-0 bg-paper py-1 pr-3 text-left font-normal text-muted">
                {t('catalogue.targets.columnShort')}
              </th>
              {aspects.map(({ key, name }) => (
                <Cell key={key}>
                  <SetMany
                    label={t('catalogue.targets.column', { name })}
                    levels={levels}
                    onSet={set(shown.filter(({ aspect }) => aspect === key))}
                  />
                </Cell>
              ))}
              <Cell />
            </Row>
          ) : null}
        </Body>
      </Table>
      {editor ? (
        <SaveBar
          changed={changed.length}
          busy={busy}
          error={error}
          onSave={save}
          onUndo={() => setWanted(levelsOf(targets))}
        />
      ) : null}
    </>
  );
}
