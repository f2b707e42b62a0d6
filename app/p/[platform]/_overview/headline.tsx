import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatDate, formatDateTime, formatPercent } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { pointsWords } from '../../../_ui/change-words.ts';
import type { Overview, OverviewScorecard } from './overview-data.ts';

const QUARTER_MS = 92 * 86_400_000;

/** Since the newest published quarter; where there is none, since the oldest day of the last three months. */
function changeOf(t: AppText, overview: Overview): ReactNode {
  const moved = overview.insights?.moved ?? null;
  if (moved === null) return changeWords(t, overview);
  const { total, evidence, rubric } = moved.percentToTarget;
  if (total === null) return null;
  const words = t('overview.moved.change', { points: pointsWords(t, total), period: moved.since.period });
  const split =
    !moved.rubricChanged || evidence === null || rubric === null
      ? null
      : t('overview.moved.split', { evidence: pointsWords(t, evidence), rubric: pointsWords(t, rubric) });
  return (
    <Link href={`/p/${overview.platform.key}/moved`} prefetch={false} className="link">
      {split === null ? words : `${words} (${split})`}
    </Link>
  );
}

/** The way to target against the oldest day of the last quarter, or null where there is nothing to compare. */
function changeWords(t: AppText, { trend, now }: Pick<Overview, 'trend' | 'now'>): string | null {
  const from = new Date(Date.parse(now) - QUARTER_MS).toISOString();
  const recent = trend.filter(({ day, value }) => day >= from.slice(0, 10) && value !== null);
  const [then, latest] = [recent[0], recent.at(-1)];
  if (then === undefined || latest === undefined || then.day === latest.day) return null;
  const day = formatDate(then.day, t.locale);
  if (then.rubricVersion !== latest.rubricVersion) return t('overview.change.rubric', { day });
  const points = Math.round(((latest.value ?? 0) - (then.value ?? 0)) * 100);
  if (points === 0) return t('overview.change.none', { day });
  return t(points > 0 ? 'overview.change.up' : 'overview.change.down', { points: Math.abs(points), day });
}

function rangeWords(t: AppText, { low, high }: OverviewScorecard['percentToTarget']): string | null {
  if (low === null || high === null) return null;
  if (low === high) return t('overview.exact');
  return t('overview.range', { low: formatPercent(low, t.locale), high: formatPercent(high, t.locale) });
}

function evidenceWords(t: AppText, { coverage, stale }: OverviewScorecard['evidence']): string {
  if (coverage === null || coverage === 0) return t('overview.evidenceNone');
  const covered = t('overview.evidence', { coverage: formatPercent(coverage, t.locale) });
  return `${covered} · ${stale === 0 ? t('overview.staleNone') : t('overview.stale', { n: stale })}`;
}

function surveyWords(t: AppText, survey: NonNullable<Overview['survey']>, timeZone: string): string {
  const { title, closesAt, band, countedOn } = survey;
  const open = t('overview.surveyOpen', {
    title,
    day: closesAt === null ? '' : formatDate(closesAt, t.locale, timeZone),
  });
  const answered =
    band === null
      ? t(countedOn === null ? 'overview.participationUncounted' : 'overview.participationHidden')
      : t('overview.participation', {
          low: formatPercent(band.from, t.locale),
          high: formatPercent(band.to, t.locale),
        });
  return `${open}: ${answered}`;
}

/** Where the platform stands, how sure that is, what changed, and on what it rests: read in one breath. */
export function Headline({ t, overview, scorecard }: { t: AppText; overview: Overview; scorecard: OverviewScorecard }) {
  const isKnown = (scorecard.evidence.coverage ?? 0) > 0;
  const { value } = scorecard.percentToTarget;
  const { timeZone } = overview.platform;
  const range = rangeWords(t, scorecard.percentToTarget);
  const change = changeOf(t, overview);
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-10 gap-y-2 pb-4">
      <div>
        <h1 className="text-xl font-semibold tracking-tight">
          {value === null || !isKnown
            ? t('overview.headlineUnknown')
            : t('overview.headline', { percent: formatPercent(value, t.locale) })}
        </h1>
        <p className="text-muted">
          {range}
          {range === null || change === null ? null : ' · '}
          {change}
        </p>
      </div>
      <div className="text-muted">
        <p>
          {evidenceWords(t, scorecard.evidence)}
          {overview.failingSources === 0 ? null : (
            <>
              {' · '}
              <Link
                href={`/p/${overview.platform.key}/evidence/sources`}
                prefetch={false}
                className="text-broken underline"
              >
                {t('overview.failing', { n: overview.failingSources })}
              </Link>
            </>
          )}
        </p>
        <p>
          {t('overview.asOf', { time: formatDateTime(scorecard.asOf, t.locale, timeZone) })}
          {overview.survey === null ? null : ` · ${surveyWords(t, overview.survey, timeZone)}`}
        </p>
      </div>
    </header>
  );
}
