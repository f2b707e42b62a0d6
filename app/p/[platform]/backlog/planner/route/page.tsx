import type { Metadata } from 'next';
import { Suspense } from 'react';
import { formatDateTime, formatPercent } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { NotScored } from '../_planner/not-scored.tsx';
import { PlannerFrame } from '../_planner/planner-frame.tsx';
import { effortWords } from '../_planner/scenario-table.tsx';
import { StageList } from '../_planner/stage-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('planner.parts.route') };
}

async function WholeWay({ platform }: { platform: string }) {
  const [t, caller] = await Promise.all([getText(), api()]);
  const page = await found(caller.planning.platformRoute({ platform }));
  const { route } = page;
  if (route === null) return <NotScored platform={platform} />;
  const { stages, percentToTarget, asOf } = route;
  const end = stages.at(-1)?.percentToTarget ?? percentToTarget.value;
  const effort = {
    days: stages.reduce((sum, stage) => sum + stage.effort.days, 0),
    unknown: stages.reduce((sum, stage) => sum + stage.effort.unknown, 0),
  };
  const percent = (value: number | null) =>
    value === null ? t('planner.head.unknown') : formatPercent(value, t.locale, 1);
  return (
    <>
      <p className="pb-1 text-base font-medium">
        {stages.length === 0
          ? t('planner.route.there')
          : t('planner.route.summary', {
              ...{ from: percent(percentToTarget.value), to: percent(end) },
              ...{ n: stages.length, effort: effortWords(t, effort) },
            })}
      </p>
      <p className="max-w-2xl pb-4 text-muted">
        {t('planner.route.about')} {t('planner.asOf', { time: formatDateTime(asOf, t.locale, page.platform.timeZone) })}
      </p>
      <StageList t={t} page={page} stages={stages} />
    </>
  );
}

export default async function RoutePage({ params }: { params: Promise<{ platform: string }> }) {
  const [{ platform }, t] = await Promise.all([params, getText()]);
  return (
    <PlannerFrame platform={platform} current="route">
      <Suspense fallback={<p className="text-muted">{t('planner.route.working')}</p>}>
        <WholeWay platform={platform} />
      </Suspense>
    </PlannerFrame>
  );
}
