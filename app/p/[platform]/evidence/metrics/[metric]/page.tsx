import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { EmptyState } from '../../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../../_ui/page-header.tsx';
import { EvidenceTabs } from '../../evidence-tabs.tsx';
import { RunTable } from '../../run-table.tsx';
import { DayTable } from './day-table.tsx';
import { MetricFacts } from './metric-facts.tsx';
import { SeriesChart } from './series-chart.tsx';
import { SeriesTable } from './series-table.tsx';

type Props = {
  params: Promise<{ platform: string; metric: string }>;
  searchParams: Promise<{ series?: string | string[] }>;
};

async function readMetric({ params, searchParams }: Props) {
  const { platform, metric } = await params;
  const { series } = await searchParams;
  const chosen = /^\d{1,9}$/.test(`${series}`) ? Number(series) : undefined;
  return found((await api()).evidence.readMetric({ platform, metric, series: chosen }));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await readMetric(props)).definition.name };
}

export default async function MetricPage(props: Props) {
  const t = await getText();
  const { platform, metric } = await props.params;
  const { definition, feeds, series, chosen, days, chart, runs, now } = await readMetric(props);
  const here = `/p/${platform}/evidence/metrics/${metric}`;
  const shown = series.find(({ id }) => id === chosen);
  return (
    <>
      <PageHeader title={definition.name} about={definition.goal} />
      <EvidenceTabs platform={platform} current="metrics" />
      <MetricFacts definition={definition} />
      <Section title={t('evidence.detail.feeds')}>
        {feeds.length === 0 ? (
          <p className="text-muted">{t('evidence.detail.noFeeds')}</p>
        ) : (
          <ul className="flex flex-col gap-1">
            {feeds.map(({ criterion, level, title }) => (
              <li key={criterion}>
                <span className="figures mr-2 text-muted">{criterion}</span>
                {title} <span className="text-xs text-muted">{t('evidence.detail.level', { level })}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {shown === undefined ? (
        <EmptyState title={t('evidence.detail.emptyTitle')} action={<Back href={`/p/${platform}/evidence`} />}>
          {t('evidence.detail.empty')}
        </EmptyState>
      ) : (
        <>
          <Section title={t('evidence.detail.series')}>
            <SeriesTable series={series} chosen={shown.id} here={here} dimension={definition.dimension} now={now} />
          </Section>
          <SeriesChart chart={chart} series={shown} dimension={definition.dimension} kind={definition.kind} />
          <DayTable days={days} series={shown} dimension={definition.dimension} />
          <Section title={t('evidence.detail.runs')}>
            <RunTable runs={runs} />
          </Section>
        </>
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mb-8">
      <h2 className="mb-2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

async function Back({ href }: { href: string }) {
  const t = await getText();
  return (
    <Link className="link" href={href}>
      {t('evidence.csv.toMetrics')}
    </Link>
  );
}
