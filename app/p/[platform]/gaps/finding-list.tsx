import Link from 'next/link';
import { formatNumber } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { actionOf, type Finding, findingsOf, type GapCell, type Gaps, groupFindings, type Pair } from './gaps-data.ts';

/** So many places of one kind are named at once; the others unfold. */
const PLACES_SHOWN = 8;

type Named = { t: AppText; platform: string; nameOf: (cell: GapCell) => string };

function Place({ t, platform, nameOf, finding: { cell, gap } }: Named & { finding: Finding }) {
  const level = (view: Finding['gap']['higher']) => formatNumber(cell[view] ?? 0, t.locale, 1);
  const words = {
    ...{ higher: t(`gaps.views.${gap.higher}`), high: level(gap.higher) },
    ...{ lower: t(`gaps.views.${gap.lower}`).toLowerCase(), low: level(gap.lower) },
  };
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-hairline py-1.5 last:border-0">
      <Link
        href={`/p/${platform}/capabilities/${cell.capability}?aspect=${cell.aspect}`}
        prefetch={false}
        className="hover:underline hover:underline-offset-3"
      >
        {nameOf(cell)}
      </Link>
      <span className="text-muted">{t('gaps.findings.levels', words)}</span>
    </li>
  );
}

function Places({ findings, ...named }: Named & { findings: readonly Finding[] }) {
  return (
    <ul>
      {findings.map((finding) => (
        <Place key={`${finding.cell.capability} ${finding.cell.aspect}`} finding={finding} {...named} />
      ))}
    </ul>
  );
}

/** Every gap between two views that evidence carries: what it says and what to do next, then where. */
export function FindingList({
  t,
  read,
  pair,
  nameOf,
}: {
  t: AppText;
  read: Gaps;
  pair: Pair;
  nameOf: Named['nameOf'];
}) {
  const found = findingsOf(read.cells, pair);
  const platform = read.platform.key;
  return (
    <section className="min-w-0">
      <h2 className="font-semibold">{t('gaps.findings.title', { n: found.length })}</h2>
      {found.length === 0 ? <p className="mt-2 text-muted">{t('gaps.findings.none')}</p> : null}
      {groupFindings(found).map(({ sentence, findings, lower }) => {
        const action = actionOf(platform, lower);
        return (
          <section key={sentence} className="pt-4">
            <h3 className="font-medium">
              {t(`gaps.says.${sentence}`)} <span className="figures font-normal text-muted">{findings.length}</span>
            </h3>
            <p className="border-b border-hairline pb-1 text-xs text-muted">
              {action === null ? (
                t(`gaps.does.${sentence}`)
              ) : (
                <Link href={action} prefetch={false} className="link">
                  {t(`gaps.does.${sentence}`)}
                </Link>
              )}
            </p>
            <Places {...{ t, platform, nameOf }} findings={findings.slice(0, PLACES_SHOWN)} />
            {findings.length > PLACES_SHOWN ? (
              <details className="pt-1">
                <summary>{t('moved.more', { n: findings.length - PLACES_SHOWN })}</summary>
                <Places {...{ t, platform, nameOf }} findings={findings.slice(PLACES_SHOWN)} />
              </details>
            ) : null}
          </section>
        );
      })}
    </section>
  );
}
