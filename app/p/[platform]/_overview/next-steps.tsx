import type { AppText } from '../../../_messages/registry.ts';
import { pointsWords } from '../../../_ui/change-words.ts';
import { Item, List, Nothing, namesOf } from './list.tsx';
import type { Insights, OverviewScorecard } from './overview-data.ts';

type Step = Insights['steps'][number];

function kindOf({ role, known }: Step): 'symptom' | 'improve' | 'gather' {
  if (role === 'limiter') return 'symptom';
  return known ? 'improve' : 'gather';
}

/** `+4.1 points in 3 cells · 12 days · gather evidence`. */
function stepWords(t: AppText, step: Step): string {
  const cells = (n: number) => t('overview.steps.cells', { n });
  const { gain, holds, others, effort } = step;
  const opensNothing =
    others > 0
      ? t('overview.steps.together', { n: others, cells: cells(holds) })
      : t('overview.steps.needed', { cells: cells(holds) });
  return [
    gain > 0 ? t('overview.steps.gain', { points: pointsWords(t, gain), cells: cells(step.cells) }) : opensNothing,
    effort === null ? null : t('overview.steps.effort', { n: effort }),
    t(`overview.steps.kinds.${kindOf(step)}`),
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

/** The criteria that bring percent to target forward most, each with what it brings. */
export function NextSteps({
  t,
  platform,
  scorecard,
  insights,
}: {
  t: AppText;
  platform: string;
  scorecard: Pick<OverviewScorecard, 'rows'>;
  insights: Insights;
}) {
  const nameOf = (key: string) => scorecard.rows.find((row) => row.key === key)?.name ?? key;
  return (
    <List title={t('overview.steps.title')} about={t('overview.steps.about')}>
      {insights.steps.length === 0 ? <Nothing>{t('overview.steps.none')}</Nothing> : null}
      <ol>
        {insights.steps.map((step) => (
          <Item
            key={step.criterion}
            href={`/p/${platform}/capabilities/${step.capabilities[0]}?aspect=${step.aspect}&criterion=${step.criterion}`}
            title={insights.claims[step.criterion] ?? step.criterion}
          >
            <p>
              {step.inherited ? t('overview.steps.platform') : namesOf(t, step.capabilities.map(nameOf))}{' '}
              <span className="figures whitespace-nowrap">{step.criterion}</span>
            </p>
            <p>{stepWords(t, step)}</p>
          </Item>
        ))}
      </ol>
    </List>
  );
}
