import { TRPCError } from '@trpc/server';
import { getText } from '../../../../../_messages/get-text.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { EmptyState } from '../../../../../_ui/empty-state.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import { NotScored } from '../_planner/not-scored.tsx';
import { type Asked, namesIn, type Plan, type Surroundings } from './budget-data.ts';
import { OnwardLinks } from './onward-links.tsx';
import { OwnerTable } from './owner-table.tsx';
import { PlanFigures } from './plan-figures.tsx';
import { StageList } from './stage-list.tsx';
import { UnestimatedList } from './unestimated-list.tsx';

type Asking = Omit<Asked, 'days'> & { days: number };

/** The plan, or the sentence that says why there is none. */
async function makePlan(platform: string, { days, unestimated, must, never }: Asking): Promise<Plan | TRPCError> {
  try {
    return await (await api()).planning.budget({ platform, budget: days, unestimated, must, never });
  } catch (error) {
    if (error instanceof TRPCError && (error.code === 'BAD_REQUEST' || error.code === 'CONFLICT')) return error;
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') return error;
    return found(Promise.reject(error));
  }
}

/** Why a plan is empty: the budget is too small for anything, or there is nothing left to do. */
function NothingPlanned({ t, plan, isGated }: { t: AppText; plan: Plan; isGated: boolean }) {
  if (plan.possible.days === 0)
    return <EmptyState title={t('budget.nothing.doneTitle')}>{t('budget.nothing.doneText')}</EmptyState>;
  if (isGated) return <EmptyState title={t('budget.nothing.title')}>{t('budget.nothing.text')}</EmptyState>;
  return <EmptyState title={t('budget.nothing.answersTitle')}>{t('budget.nothing.answersText')}</EmptyState>;
}

export async function PlanResult({ asked, around }: { asked: Asking; around: Surroundings }) {
  const t = await getText();
  const platform = around.platform.key;
  const plan = await makePlan(platform, asked);
  if (plan instanceof TRPCError) {
    if (plan.code === 'CONFLICT') return <NotScored platform={platform} />;
    return (
      <Notice tone="needs-you" title={t('budget.refused')} live>
        {plan.message}
      </Notice>
    );
  }
  const names = namesIn(t, around);
  const props = { t, plan, asked, around, names };
  return (
    <div className="grid grid-cols-1 gap-8">
      <PlanFigures t={t} plan={plan} names={names} />
      {plan.stages.length === 0 ? (
        <NothingPlanned t={t} plan={plan} isGated={around.isGated} />
      ) : (
        <>
          <OnwardLinks plan={plan} platform={platform} mayPropose={around.mayPropose} />
          <StageList {...props} />
          <OwnerTable t={t} plan={plan} names={names} />
        </>
      )}
      <UnestimatedList {...props} />
    </div>
  );
}
