import { NumberLine } from '../../../../_charts/number-line.tsx';
import { formatPercent } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import type { Criterion, Survey } from './capability-data.ts';
import { ageWords, answerWords, needWords, quantity } from './capability-words.ts';

/** An aggregate was released, but its numbers are not shown. */
const isHidden = (leaf: Survey) => leaf.observedAt !== null && leaf.value === null;

function factsOf(t: AppText, leaf: Survey): string[] {
  const { interval } = leaf;
  return [
    leaf.n === null || leaf.invited === null
      ? null
      : t('capability.answers', { answered: leaf.n, invited: leaf.invited }),
    interval === null
      ? null
      : t('capability.interval', {
          confidence: formatPercent(interval.confidence, t.locale),
          low: quantity(t, leaf, interval.low),
          high: quantity(t, leaf, interval.high),
        }),
    ageWords(t, leaf),
    t('capability.maxAge', { n: leaf.maxAgeDays }),
    leaf.moreAnswers === null ? null : t('capability.moreAnswers', { n: leaf.moreAnswers }),
  ].filter((words) => words !== null);
}

/** What a survey leaf saw: the estimate with its interval against its threshold, never a single answer. */
export function SurveyEvidence({
  t,
  leaf,
  criterion,
}: {
  t: AppText;
  leaf: Survey;
  criterion: Pick<Criterion, 'role' | 'names'>;
}) {
  const statistic = t(`capability.survey.${leaf.statistic}`, {
    answers: (leaf.answers ?? []).map((answer) => answerWords(t, answer)).join(', '),
  });
  const value =
    leaf.value === null
      ? t(isHidden(leaf) ? 'capability.hidden' : 'capability.noValue')
      : quantity(t, leaf, leaf.value);
  return (
    <div>
      <p className="font-medium">“{criterion.names[leaf.question] ?? leaf.question}”</p>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2">
        <span className={leaf.value === null ? '' : 'figures text-base'}>{value}</span>
        <span className="text-muted">
          {statistic} · {needWords(t, leaf, criterion)}
        </span>
      </p>
      <NumberLine
        value={leaf.value}
        interval={leaf.interval}
        op={leaf.op}
        threshold={leaf.threshold}
        unit={leaf.unit}
      />
      <p className="text-xs text-muted">{factsOf(t, leaf).join(' · ')}</p>
    </div>
  );
}
