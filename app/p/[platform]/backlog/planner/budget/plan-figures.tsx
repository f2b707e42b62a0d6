import { formatNumber, formatPercent } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { Stat } from '../../../../../_ui/stat.tsx';
import { formatPoints } from '../../_backlog/backlog-words.ts';
import type { Names, Plan } from './budget-data.ts';

const percent = (t: AppText, share: number | null) =>
  share === null ? t('budget.unknown') : formatPercent(share, t.locale);

/** In points of percent to target, rounded up: what no plan can exceed still holds. */
export const ceilingOf = ({ bound }: Pick<Plan, 'bound'>): number => Math.ceil(Math.round(bound * 1e6) / 1e3) / 10;

function howSure(t: AppText, plan: Plan): string {
  if (plan.isBest) return t('budget.best');
  return t('budget.cut', {
    points: formatPoints(plan.gain, t.locale),
    most: formatNumber(ceilingOf(plan), t.locale, 1),
  });
}

/** What the plan comes to, and how sure it is that nothing better is to be had. */
export function PlanFigures({ t, plan, names }: { t: AppText; plan: Plan; names: Names }) {
  const { before, after } = plan.percentToTarget;
  const work = plan.stages.reduce((sum, stage) => sum + stage.work.length, 0);
  const left = Math.round((plan.budget - plan.days) * 100) / 100;
  const number = (value: number) => formatNumber(value, t.locale, 2);
  return (
    <section>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        <Stat label={t('budget.figures.reaches')} value={percent(t, after.value)}>
          {t('budget.figures.reachesNow', {
            now: percent(t, before.value),
            points: formatPoints(plan.gain, t.locale),
          })}
        </Stat>
        <Stat label={t('budget.figures.days')} value={number(plan.days)}>
          {t('budget.figures.left', { n: left, budget: number(plan.budget) })}
        </Stat>
        <Stat label={t('budget.figures.cells')} value={number(plan.cells.length)}>
          {t('budget.figures.work', { n: work })}
        </Stat>
        <Stat label={t('budget.figures.possible')} value={percent(t, plan.possible.percentToTarget)}>
          {t('budget.figures.possibleDays', { n: number(plan.possible.days) })}
        </Stat>
      </dl>
      <p className="mt-4 font-medium">{howSure(t, plan)}</p>
      <p className="mt-0.5 max-w-2xl text-xs text-muted">{t('budget.sameCost')}</p>
      {plan.needless.length === 0 ? null : (
        <p className="mt-2 max-w-2xl text-muted">
          {t('budget.wishes.needless', {
            places: plan.needless
              .map(({ criterion, capability }) => `${criterion}, ${names.about(capability)}`)
              .join(' · '),
          })}
        </p>
      )}
    </section>
  );
}
