import type { Metadata } from 'next';
import { formatDateTime } from '../../_messages/format.ts';
import { getText } from '../../_messages/get-text.ts';
import { found } from '../../_trpc/found.ts';
import { api } from '../../_trpc/server.ts';
import { Notice } from '../../_ui/notice.tsx';
import { PageHeader } from '../../_ui/page-header.tsx';
import { FirstSteps } from './_overview/first-steps.tsx';
import { Headline } from './_overview/headline.tsx';
import { HeatMap } from './_overview/heat-map.tsx';
import { NeedsYou, ThinEvidence } from './_overview/lists.tsx';
import { MovedSince } from './_overview/moved.tsx';
import { NextSteps } from './_overview/next-steps.tsx';
import type { OverviewScorecard } from './_overview/overview-data.ts';
import { Trend } from './_overview/trend.tsx';

type Props = { params: Promise<{ platform: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('overview.title') };
}

const isBlank = ({ evidence }: OverviewScorecard) => (evidence.coverage ?? 0) === 0;

export default async function OverviewPage({ params }: Props) {
  const [{ platform }, t, caller] = await Promise.all([params, getText(), api()]);
  const overview = await found(caller.overview.read({ platform }));
  const { scorecard, insights, failure, levels, aspects } = overview;
  const time = (at: string) => formatDateTime(at, t.locale, overview.platform.timeZone);
  return (
    <>
      {scorecard === null ? (
        <PageHeader title={t('overview.title')} />
      ) : (
        <Headline t={t} overview={overview} scorecard={scorecard} />
      )}
      {failure === null ? null : (
        <div className="pb-4">
          <Notice tone="broken" title={t('overview.failure.title')}>
            {t(scorecard === null ? 'overview.failure.none' : 'overview.failure.kept', {
              time: scorecard === null ? '' : time(scorecard.asOf),
              failedAt: time(failure.failedAt),
              message: failure.message,
            })}
          </Notice>
        </div>
      )}
      {scorecard === null || isBlank(scorecard) ? <FirstSteps t={t} platform={platform} /> : null}
      {scorecard === null ? null : (
        <>
          <HeatMap
            rows={scorecard.rows}
            names={{ levels, aspects, titles: scorecard.titles, platform, since: insights?.moved?.since.period ?? '' }}
          />
          <div className="grid gap-x-10 gap-y-8 pt-8 md:grid-cols-2 xl:grid-cols-3">
            {insights === null ? null : (
              <>
                <NextSteps t={t} platform={platform} scorecard={scorecard} insights={insights} />
                <MovedSince t={t} overview={overview} insights={insights} />
              </>
            )}
            <NeedsYou t={t} overview={overview} />
            <ThinEvidence t={t} platform={platform} scorecard={scorecard} />
            <div className="min-w-0 md:col-span-2">
              <Trend days={overview.trend} insights={insights} />
            </div>
          </div>
        </>
      )}
    </>
  );
}
