import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { BudgetPlan, PlannedWork } from '../planning/budget-plan.ts';

const VERBS = { gather: 'gather evidence', improve: 'improve', remove: 'remove symptom' } as const;

/** A plan as text to read in a terminal, stage by stage. */
export function formatPlan(plan: BudgetPlan, { settings }: Pick<Bundle, 'settings'>): string {
  const names = new Map(settings.capabilities.map(({ key, name }) => [key, name]));
  const nameOf = (capability: string | null) =>
    capability === null ? 'the platform' : (names.get(capability) ?? capability);
  const { before, after } = plan.percentToTarget;
  const work = ({ kind, criterion, capability, title, days, isMedian }: PlannedWork) =>
    `    ${VERBS[kind]} ${criterion} of ${nameOf(capability)}: ${title} (${days} d${isMedian ? ', not estimated' : ''})`;
  const stages = plan.stages.flatMap(({ work: items, cells, days, percentToTarget }) => [
    `  until day ${days}: ${percent(percentToTarget)}${cells.map((cell) => `, ${nameOf(cell.capability)}/${cell.aspect} ${cell.level}`).join('')}`,
    ...items.map(work),
  ]);
  return [
    `${plan.rubric.id} ${plan.rubric.version}, as of ${plan.asOf}`,
    `Percent to target: ${percent(before.value)}, with this plan ${percent(after.value)}`,
    `Person-days: ${plan.days} of ${plan.budget}`,
    quality(plan),
    ...(plan.stages.length === 0 ? ['There is nothing that this budget buys.'] : ['', ...stages]),
    ...(plan.unestimated.length === 0 ? [] : ['', unestimated(plan)]),
    '',
  ].join('\n');
}

const percent = (share: number | null) => (share === null ? 'not known yet' : `${Math.round(share * 1000) / 10} %`);

function quality({ isBest, gain, bound }: BudgetPlan): string {
  if (isBest) return 'No other plan within this budget brings more.';
  // rounded up, so that "at most" still holds
  const most = Math.ceil(Math.round(bound * 1e6) / 1e3) / 10;
  return `The search was cut short: ${Math.round(gain * 1000) / 10} points with this plan, at most ${most} are possible.`;
}

function unestimated({ unestimated: places, medianDays }: BudgetPlan): string {
  const what = medianDays === null ? 'they were left out' : `each counts as ${medianDays} person-days`;
  return `Without an estimate: ${places.length}; ${what}.`;
}
