import { formatDate, formatNumber, formatValue } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { standing } from '../../../../_ui/meter-words.ts';
import type { Capability, Criterion, CriterionRow, Metric, Survey } from './capability-data.ts';

type State = Pick<CriterionRow, 'state' | 'role' | 'effectiveFrom'> & { reason?: CriterionRow['reason'] };

const SYMPTOMS = { met: 'symptomMet', not_met: 'symptomNotMet', unknown: 'symptomUnknown' } as const;

/** `Not known yet: there is no data yet`. A limiter is a symptom: that it is met is no success. */
export function stateWords(t: AppText, { state, role, reason, effectiveFrom }: State): string {
  const isTested = state === 'met' || state === 'not_met' || state === 'unknown';
  const words =
    role === 'limiter' && isTested
      ? t(`capability.states.${SYMPTOMS[state]}`)
      : t(`capability.states.${state}`, { day: effectiveFrom === null ? '' : formatDate(effectiveFrom, t.locale) });
  return reason ? `${words}: ${t(`capability.reasons.${reason}`)}` : words;
}

/** One sentence about a cell: where it stands and by what it is held. */
export function cellSentence(t: AppText, page: Capability, cell: Capability['cells'][number]): string {
  const where = standing(t, cell, page.levels);
  if (cell.state === 'not_applicable') return where;
  const [first] = cell.blockers;
  if (page.addsUp) return `${where} · ${aimWords(t, cell)}`;
  if (first === undefined) return `${where} · ${t(cell.next === null ? 'capability.top' : 'capability.reached')}`;
  const key = first.state === 'unknown' ? 'capability.missing' : 'capability.heldBy';
  return `${where} · ${t(key, { title: page.titles[first.id] ?? first.id })}`;
}

/** How many answers are short of their targets, where answers are added up. */
function aimWords(t: AppText, { blockers, target }: Capability['cells'][number]): string {
  if (blockers.length === 0) return t('capability.atTarget');
  return t('capability.short', { n: blockers.length, target: formatNumber(target, t.locale) });
}

/** `counts 0.5, aimed at 1`; `not known, aimed at 1`. */
export function countWords(t: AppText, { value, target }: NonNullable<CriterionRow['counts']>): string {
  const aim = formatNumber(target, t.locale);
  return value === null
    ? t('capability.countsUnknown', { target: aim })
    : t('capability.counts', { value: formatNumber(value, t.locale), target: aim });
}

export function quantity(t: AppText, leaf: Pick<Metric | Survey, 'unit'>, value: number): string {
  return formatValue(value, leaf.unit, t.locale);
}

type Wanted = Pick<Metric, 'op' | 'threshold' | 'unit'>;

/** `at least 80%`, in the leaf's own unit. */
export function wantedWords(t: AppText, leaf: Wanted): string {
  return t(`capability.ops.${leaf.op}`, { value: quantity(t, leaf, leaf.threshold) });
}

/** `needs at least 80%`; of a limiter, which nobody wants to meet, `a symptom if at least 80%`. */
export function needWords(t: AppText, leaf: Wanted, criterion: Pick<Criterion, 'role'>): string {
  return t(isSymptom(criterion) ? 'capability.symptomAt' : 'capability.needs', { words: wantedWords(t, leaf) });
}

export function ageWords(t: AppText, leaf: { observedAt: string | null; ageDays: number | null }): string | null {
  if (leaf.observedAt === null || leaf.ageDays === null) return null;
  if (leaf.ageDays < 1) return t('capability.observedToday');
  return t('capability.observed', { day: formatDate(leaf.observedAt, t.locale), n: leaf.ageDays });
}

/** The words of an answer: its name where it has one, else those of its key: `yes`, `none open`. */
export function answerWords(t: AppText, answer: string, names: Criterion['answerNames'] = []): string {
  const named = names.find(({ key }) => key === answer);
  if (named !== undefined) return named.name;
  if (answer === 'yes' || answer === 'no') return t(`capability.words.${answer}`);
  return answer.replaceAll('-', ' ');
}

export const isSymptom = ({ role }: Pick<Criterion, 'role'>) => role === 'limiter';
