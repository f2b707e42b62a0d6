'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Body, Head, HeadCell, Table } from '../../../../_ui/table.tsx';
import { SaveBar } from './save-bar.tsx';
import { TargetRow } from './target-row.tsx';
import { type Aspect, changedTargets, type Level, levelsOf, type Target, withLevel } from './targets.ts';
import { WholeColumns } from './whole-columns.tsx';

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
  const set = (cells: Target[], level: number | null) => setWanted((before) => withLevel(before, cells, level));

  async function save() {
    if (await run(() => trpc.catalogue.saveTargets.mutate({ platform, targets: changed }))) router.refresh();
  }
  const undo = () => setWanted(levelsOf(targets));

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
          {capabilities.map(({ key, name }) => (
            <TargetRow
              key={key}
              {...{ name, aspects, levels, wanted }}
              targets={shown.filter(({ capability }) => capability === key)}
              onSet={editor ? set : null}
            />
          ))}
          {editor ? <WholeColumns {...{ aspects, levels }} targets={shown} onSet={set} /> : null}
        </Body>
      </Table>
      {editor ? <SaveBar changed={changed.length} {...{ busy, error }} onSave={save} onUndo={undo} /> : null}
    </>
  );
}
