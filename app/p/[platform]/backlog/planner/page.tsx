import type { Metadata } from 'next';
import { readAssumptions } from '#rubrics/scoring/assumption-text.ts';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { Notice } from '../../../../_ui/notice.tsx';
import { NotScored } from './_planner/not-scored.tsx';
import { PlannerFrame } from './_planner/planner-frame.tsx';
import { ScenarioNote } from './_planner/scenario-note.tsx';
import { WhatIfPlanner } from './_planner/what-if-planner.tsx';

type Props = {
  params: Promise<{ platform: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('planner.title') };
}

const single = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null);

export default async function PlannerPage({ params, searchParams }: Props) {
  const [{ platform }, query, t, caller] = await Promise.all([params, searchParams, getText(), api()]);
  const [text, id] = [single(query.assume), single(query.scenario)];
  const [planner, scenario] = await Promise.all([
    found(caller.planning.read({ platform })),
    id === null ? null : found(caller.planning.readScenario({ platform, id })),
  ]);
  const given = text === null ? [] : readAssumptions(text);
  const { base } = planner;
  return (
    <PlannerFrame platform={platform} current="whatIf">
      {given === null ? (
        <div className="pb-4">
          <Notice tone="needs-you">{t('planner.unreadable')}</Notice>
        </div>
      ) : null}
      {scenario === null ? null : <ScenarioNote t={t} scenario={scenario} timeZone={planner.platform.timeZone} />}
      {base === null ? (
        <NotScored platform={platform} />
      ) : (
        <WhatIfPlanner
          key={`${id ?? ''} ${scenario?.version ?? ''}`}
          planner={{ ...planner, base }}
          start={text === null ? (scenario?.assumptions ?? []) : (given ?? [])}
          scenario={scenario}
          firstCell={single(query.cell)}
        />
      )}
    </PlannerFrame>
  );
}
