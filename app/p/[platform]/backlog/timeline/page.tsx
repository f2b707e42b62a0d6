import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { BacklogTabs } from '../_backlog/backlog-tabs.tsx';
import { TimelineChart } from './_timeline/timeline-chart.tsx';
import { TimelineLegend } from './_timeline/timeline-legend.tsx';
import { orderRows, rowOfCampaign, rowOfItem, type TimelineRow } from './_timeline/timeline-rows.ts';
import { TimelineTable } from './_timeline/timeline-table.tsx';
import { TimelineToolbar } from './_timeline/timeline-toolbar.tsx';
import { SCALES, touches, type Window, windowAround } from './_timeline/window.ts';

type Props = {
  params: Promise<{ platform: string }>;
  searchParams: Promise<{ scale?: string | string[]; at?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('backlog.timeline') };
}

const DAY = /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The day around which one looks: of the address, else today. */
const dayIn = (at: string | string[] | undefined, today: string): string =>
  typeof at === 'string' && DAY.test(at) && !Number.isNaN(Date.parse(at)) ? at : today;

const isIn = (window: Window, { spans, due }: TimelineRow): boolean =>
  spans.some(({ from, to }) => touches(window, from, to)) || (due !== null && touches(window, due, due));

async function readRows(platform: string) {
  const caller = await api();
  const [backlog, { items: campaigns }] = await Promise.all([
    found(caller.backlog.list({ platform })),
    found(caller.campaigns.list({ platform })),
  ]);
  const today = backlog.now.slice(0, 'YYYY-MM-DD'.length);
  const improvements = backlog.items.map((item) => rowOfItem(item, today)).filter((row) => row !== null);
  const rows = orderRows([...campaigns.map((one) => rowOfCampaign(one, today)), ...improvements]);
  const undated = backlog.items.filter(({ state }) => state !== 'dropped').length - improvements.length;
  return { rows, undated, today };
}

export default async function TimelinePage({ params, searchParams }: Props) {
  const { platform } = await params;
  const [{ rows, undated, today }, query, t] = await Promise.all([readRows(platform), searchParams, getText()]);
  const scale = SCALES.find((one) => one === query.scale) ?? 'weeks';
  const at = dayIn(query.at, today);
  const window = windowAround(at, scale);
  const shown = rows.filter((row) => isIn(window, row));
  const beside = [
    ...(rows.length > shown.length ? [t('timeline.outside', { n: rows.length - shown.length })] : []),
    ...(undated > 0 ? [t('timeline.undated', { n: undated })] : []),
  ];
  return (
    <>
      <PageHeader title={t('backlog.timeline')} about={t('timeline.about')} />
      <BacklogTabs platform={platform} current="timeline" />
      {rows.length === 0 ? (
        <EmptyState
          title={t('timeline.empty.title')}
          action={<ButtonLink href={`/p/${platform}/backlog`}>{t('backlog.file.back')}</ButtonLink>}
        >
          {t('timeline.empty.text')}
        </EmptyState>
      ) : (
        <>
          <TimelineToolbar t={t} home={`/p/${platform}/backlog/timeline`} at={at} today={today} scale={scale} />
          {shown.length === 0 ? <p className="text-muted">{t('timeline.nothingHere')}</p> : null}
          {shown.length === 0 ? null : (
            <TimelineChart t={t} platform={platform} rows={shown} window={window} today={today} />
          )}
          <TimelineLegend t={t} />
          {beside.length === 0 ? null : <p className="mt-3 text-xs text-muted">{beside.join(' · ')}</p>}
          <details className="mt-4 text-xs">
            <summary className="text-muted pointer-coarse:py-2">{t('charts.table')}</summary>
            <div className="mt-2">
              <TimelineTable t={t} platform={platform} rows={rows} />
            </div>
          </details>
        </>
      )}
    </>
  );
}
