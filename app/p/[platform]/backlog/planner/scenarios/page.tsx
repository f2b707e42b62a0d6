import type { Metadata } from 'next';
import { formatDateTime, formatPercent } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../../_ui/button.tsx';
import { EmptyState } from '../../../../../_ui/empty-state.tsx';
import { CompareForm } from '../_planner/compare-form.tsx';
import { plannerAddress } from '../_planner/planner-data.ts';
import { PlannerFrame } from '../_planner/planner-frame.tsx';
import { ScenarioTable } from '../_planner/scenario-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('planner.parts.scenarios') };
}

export default async function ScenariosPage({ params }: { params: Promise<{ platform: string }> }) {
  const [{ platform }, t, caller] = await Promise.all([params, getText(), api()]);
  const list = await found(caller.planning.scenarios({ platform }));
  const value = list.now?.value ?? null;
  return (
    <PlannerFrame platform={platform} current="scenarios">
      {list.scenarios.length === 0 ? (
        <EmptyState
          title={t('planner.scenarios.none')}
          action={<ButtonLink href={plannerAddress(platform)}>{t('planner.scenarios.start')}</ButtonLink>}
        >
          {t(list.mayKeep ? 'planner.scenarios.noneText' : 'planner.scenarios.noneViewer')}
        </EmptyState>
      ) : (
        <>
          <p className="pb-3 text-muted">
            {list.asOf === null || value === null
              ? t('planner.notScored.title')
              : t('planner.scenarios.about', {
                  percent: formatPercent(value, t.locale, 1),
                  time: formatDateTime(list.asOf, t.locale, list.platform.timeZone),
                })}
          </p>
          <ScenarioTable t={t} list={list} />
          <CompareForm t={t} platform={platform} scenarios={list.scenarios} />
        </>
      )}
    </PlannerFrame>
  );
}
