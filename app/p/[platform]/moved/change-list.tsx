import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { type AlikeChanges, mergeAlike } from '#rubrics/scoring/group-changes.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { flipWords, placeWords, reasonsOf, sureWords } from '../../../_ui/change-words.ts';
import { Meter } from '../../../_ui/meter.tsx';
import type { Change, Points } from './moved-data.ts';

type Named = { t: AppText; points: Points };

const FLIPS_SHOWN = 4;

function sideWords({ t, points }: Named, { kind }: Change, facts: Change['after']): string {
  if (kind === 'level') return placeWords(t, facts, points.levels);
  if (kind === 'target') return facts === null ? '' : t('moved.level.target', { target: facts.target });
  return sureWords(t, facts);
}

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

function Reasons({ t, points, change, page }: Named & { change: Change; page: string }) {
  const flips = reasonsOf(change);
  if (flips.length === 0) return <p>{change.kind === 'target' ? t('moved.byHand') : t('moved.onlyValues')}</p>;
  return (
    <ul>
      {flips.slice(0, FLIPS_SHOWN).map((flip) => (
        <li key={`${flip.criterion} ${flip.why}`}>
          <Link prefetch={false} className="hover:underline" href={`${page}&criterion=${flip.criterion}`}>
            {flipWords(t, flip, points.names.criteria[flip.criterion])}
          </Link>{' '}
          <span className="figures whitespace-nowrap text-muted">{flip.criterion}</span>
        </li>
      ))}
      {flips.length > FLIPS_SHOWN ? (
        <li className="text-muted">{t('moved.more', { n: flips.length - FLIPS_SHOWN })}</li>
      ) : null}
    </ul>
  );
}

function AlikeItem({ t, points, first, capabilities }: Named & AlikeChanges) {
  const { names, platform } = points;
  const { aspect, before, after } = first;
  const pageOf = (capability: string) => `/p/${platform.key}/capabilities/${capability}?aspect=${aspect}`;
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-hairline py-3 last:border-0 lg:grid-cols-[minmax(0,4fr)_minmax(0,5fr)_minmax(0,6fr)]">
      <div>
        <p className="font-medium">{names.aspects[aspect] ?? aspect}</p>
        <p className="text-xs">
          {capabilities.map((capability, i) => (
            <Fragment key={capability}>
              {i === 0 ? null : ', '}
              <Link className="link" prefetch={false} href={pageOf(capability)}>
                {names.capabilities[capability] ?? capability}
              </Link>
            </Fragment>
          ))}
        </p>
      </div>
      <div className="grid grid-cols-[1fr_auto_1fr] items-start gap-x-2">
        <Side facts={before}>{sideWords({ t, points }, first, before)}</Side>
        <span className="text-muted">→</span>
        <Side facts={after}>{sideWords({ t, points }, first, after)}</Side>
      </div>
      <div className="text-xs">
        <Reasons t={t} points={points} change={first} page={pageOf(first.capability)} />
      </div>
    </li>
  );
}

/** Cells that moved in one way, each with where it stood, where it stands, and why. */
export function ChangeList({ t, points, title, changes }: Named & { title: string; changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <section className="pt-8">
      <h2 className="border-b border-hairline pb-1 font-semibold">{title}</h2>
      <ul>
        {mergeAlike(changes).map(({ first, capabilities }) => (
          <AlikeItem key={`${first.capability} ${first.aspect}`} {...{ t, points, first, capabilities }} />
        ))}
      </ul>
    </section>
  );
}
