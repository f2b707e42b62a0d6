import Link from 'next/link';
import type { ReactNode } from 'react';
import type { AppText } from '../../../_messages/registry.ts';
import { flipTitle, flipWords, placeWords, reasonsOf, sureWords } from '../../../_ui/change-words.ts';
import { Meter } from '../../../_ui/meter.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../_ui/table.tsx';
import type { Change, Points } from './moved-data.ts';

type Props = { t: AppText; points: Points; title: string; changes: readonly Change[] };

const FLIPS_SHOWN = 4;

function Side({ facts, children }: { facts: Change['after']; children: ReactNode }) {
  if (facts === null) return <span className="text-muted">{children}</span>;
  const confidence = facts.coverage ? ('medium' as const) : null;
  return (
    <span className="flex items-center gap-2">
      <Meter cell={{ ...facts, confidence, claimed: null, marks: [] }} size={20} />
      <span>{children}</span>
    </span>
  );
}

function sideWords(t: AppText, { kind }: Change, facts: Change['after'], { levels }: Points): string {
  if (kind === 'level') return placeWords(t, facts, levels);
  if (kind === 'target') return facts === null ? '' : t('moved.level.target', { target: facts.target });
  return sureWords(t, facts);
}

function Reasons({ t, change, points, page }: { t: AppText; change: Change; points: Points; page: string }) {
  const flips = reasonsOf(change);
  if (flips.length === 0) return change.kind === 'target' ? null : t('moved.onlyValues');
  return (
    <ul>
      {flips.slice(0, FLIPS_SHOWN).map((flip) => (
        <li key={`${flip.criterion} ${flip.why}`}>
          <Link
            prefetch={false}
            className="hover:underline"
            href={`${page}&criterion=${flip.criterion}`}
            title={flipTitle(t, flip, points.names.criteria[flip.criterion] ?? flip.criterion)}
          >
            {flipWords(t, flip)}
          </Link>
        </li>
      ))}
      {flips.length > FLIPS_SHOWN ? (
        <li className="text-muted">{t('moved.more', { n: flips.length - FLIPS_SHOWN })}</li>
      ) : null}
    </ul>
  );
}

/** Cells that moved alike, each with where it stood, where it stands, and why. */
export function ChangeTable({ t, points, title, changes }: Props) {
  if (changes.length === 0) return null;
  const { names, platform } = points;
  return (
    <section className="pt-6">
      <h2 className="mb-1 font-semibold">{title}</h2>
      <Table label={title}>
        <Head>
          <tr>
            <HeadCell className="w-[24%]">{t('moved.columns.cell')}</HeadCell>
            <HeadCell className="w-[20%]">{t('moved.columns.before')}</HeadCell>
            <HeadCell className="w-[20%]">{t('moved.columns.after')}</HeadCell>
            <HeadCell>{t('moved.columns.why')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {changes.map((change) => {
            const { capability, aspect, before, after } = change;
            const page = `/p/${platform.key}/capabilities/${capability}?aspect=${aspect}`;
            return (
              <Row key={`${capability} ${aspect}`} className="align-top">
                <Cell className="min-w-40">
                  <Link className="link" prefetch={false} href={page}>
                    {names.capabilities[capability] ?? capability}
                  </Link>
                  <span className="block text-xs text-muted">{names.aspects[aspect] ?? aspect}</span>
                </Cell>
                <Cell className="min-w-36">
                  <Side facts={before}>{sideWords(t, change, before, points)}</Side>
                </Cell>
                <Cell className="min-w-36">
                  <Side facts={after}>{sideWords(t, change, after, points)}</Side>
                </Cell>
                <Cell className="min-w-56 text-xs">
                  <Reasons t={t} change={change} points={points} page={page} />
                </Cell>
              </Row>
            );
          })}
        </Body>
      </Table>
    </section>
  );
}
