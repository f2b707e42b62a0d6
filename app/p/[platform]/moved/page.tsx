import type { Metadata } from 'next';
import Link from 'next/link';
import { type ChangeGroups, groupChanges } from '#rubrics/scoring/group-changes.ts';
import { formatDate, formatDateTime } from '../../../_messages/format.ts';
import { getText } from '../../../_messages/get-text.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { found } from '../../../_trpc/found.ts';
import { api } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { breakWords, pointsOf, pointsWords } from '../../../_ui/change-words.ts';
import { EmptyState } from '../../../_ui/empty-state.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import { PageHeader } from '../../../_ui/page-header.tsx';
import { ChangeList } from './change-list.tsx';
import { type Compared, type Comparison, type Points, parseSearch, refusalOf } from './moved-data.ts';
import { PointForm } from './point-form.tsx';

type Props = {
  params: Promise<{ platform: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('moved.title') };
}

function pointName(t: AppText, point: Compared['to'], { platform }: Points): string {
  const { kind, period, asOf } = point;
  if (kind === 'current') return formatDateTime(asOf, t.locale, platform.timeZone);
  const day = formatDate(asOf, t.locale, kind === 'day' ? 'UTC' : platform.timeZone);
  return period === null ? day : t('moved.period', { period, day });
}

/** How far percent to target moved, and what did it. */
function Total({ t, comparison }: { t: AppText; comparison: Comparison }) {
  const { total, evidence, rubric } = comparison.percentToTarget;
  const { changed, before, after, renamed = [] } = comparison.rubrics;
  const direction = total === null ? 'unknown' : Math.round(total * 1000) === 0 ? 'same' : total > 0 ? 'up' : 'down';
  const isOneVersion = before.id === after.id && before.version === after.version;
  // one version with another text: only the hash tells them apart
  const name = ({ id, version, sha256 }: typeof before) =>
    isOneVersion ? `${id} ${version} (${sha256.slice(0, 8)})` : `${id} ${version}`;
  return (
    <div>
      <p className="text-lg font-medium">{t(`moved.total.${direction}`, { points: pointsOf(t, total ?? 0) })}</p>
      {changed ? (
        <p className="text-muted">
          {t('moved.rubric.changed', { before: name(before), after: name(after) })}{' '}
          {evidence === null || rubric === null
            ? t('moved.rubric.unsplit')
            : t('moved.split', { evidence: pointsWords(t, evidence), rubric: pointsWords(t, rubric) })}
        </p>
      ) : null}
      {renamed.length === 0 ? null : (
        <p className="text-muted">{renamed.map((ids) => `${t('moved.renamed', ids)}.`).join(' ')}</p>
      )}
    </div>
  );
}

function Capabilities({ t, points, groups }: { t: AppText; points: Points; groups: ChangeGroups }) {
  const { capabilities } = groups;
  if (capabilities.length === 0) return null;
  return (
    <section className="pt-8">
      <h2 className="border-b border-hairline pb-1 font-semibold">
        {t('moved.groups.capabilities', { n: capabilities.length })}
      </h2>
      <ul>
        {capabilities.map(({ capability, change, cells }) => (
          <li key={capability} className="border-b border-hairline py-2 last:border-0">
            <Link className="link" prefetch={false} href={`/p/${points.platform.key}/capabilities/${capability}`}>
              {points.names.capabilities[capability] ?? capability}
            </Link>{' '}
            {t(`moved.capability.${change}`)}
            <span className="text-xs text-muted"> · {t('moved.capabilityCells', { n: cells })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Groups({ t, points, comparison }: { t: AppText; points: Points; comparison: Comparison }) {
  const groups = groupChanges(comparison.cells);
  if (comparison.cells.length === 0) {
    const { total } = comparison.percentToTarget;
    return <p className="pt-6 text-muted">{t(total ? 'moved.nothingButPercent' : 'moved.nothing')}</p>;
  }
  const list = (kind: 'rose' | 'fell' | 'surer' | 'targets') => (
    <ChangeList
      t={t}
      points={points}
      title={t(`moved.groups.${kind}`, { n: groups[kind].length })}
      changes={groups[kind]}
    />
  );
  return (
    <>
      {list('rose')}
      {list('fell')}
      <Capabilities t={t} points={points} groups={groups} />
      {list('targets')}
      {list('surer')}
    </>
  );
}

/** Across these days nothing is one series: what changed of it is not progress alone. */
function Breaks({ t, breaks }: { t: AppText; breaks: Compared['breaks'] }) {
  if (breaks.length === 0) return null;
  return (
    <div className="pt-2 text-xs text-muted">
      <p>{t('moved.breaks.between')}</p>
      <ul>
        {breaks.map((one) => (
          <li key={`${one.day} ${one.reason} ${one.question} ${one.to}`}>{breakWords(t, one)}</li>
        ))}
      </ul>
    </div>
  );
}

async function compare(platform: string, ends: { from?: string; to?: string }) {
  try {
    return { compared: await (await api()).assessments.comparison({ platform, ...ends }), refusal: null };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return { compared: null, refusal };
  }
}

export default async function MovedPage({ params, searchParams }: Props) {
  const [{ platform }, query, t] = await Promise.all([params, searchParams, getText()]);
  const search = parseSearch(query);
  const points = await found((await api()).overview.points({ platform }));
  const from = search.fromDay || search.from;
  const to = search.toDay || search.to;
  const { compared, refusal } = await compare(platform, { ...(from && { from }), ...(to && { to }) });
  return (
    <>
      <PageHeader
        title={t('moved.title')}
        about={
          compared?.from
            ? t('moved.between', {
                from: pointName(t, compared.from, points),
                to: pointName(t, compared.to, points),
              })
            : t('moved.about')
        }
      />
      <PointForm t={t} points={points} search={search} />
      {refusal === null ? null : <Notice>{refusal}</Notice>}
      {compared?.comparison ? (
        <>
          <Total t={t} comparison={compared.comparison} />
          <Breaks t={t} breaks={compared.breaks} />
          <Groups t={t} points={points} comparison={compared.comparison} />
        </>
      ) : null}
      {compared !== null && compared.comparison === null ? (
        <EmptyState
          title={t('moved.nothingBefore.title')}
          action={<ButtonLink href={`/p/${platform}/reports`}>{t('moved.nothingBefore.action')}</ButtonLink>}
        >
          {t('moved.nothingBefore.text')}
        </EmptyState>
      ) : null}
    </>
  );
}
