import Link from 'next/link';
import { formatNumber } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { Badge } from '../../../../../_ui/badge.tsx';
import { pointsWords } from '../../../../../_ui/change-words.ts';
import type { CellRoute, Step } from './planner-data.ts';

type Cell = { capability: string; aspect: string };
type Taken = Step & Partial<Pick<CellRoute['steps'][number], 'level' | 'gain'>>;

/** What a step brings when those before it are done; nothing where it only clears the way. */
function gainWords(t: AppText, { gain, level }: Taken): string | null {
  if (gain === undefined || gain <= 0) return null;
  const points = pointsWords(t, gain);
  return level === null || level === undefined
    ? points
    : t('planner.route.gain', { n: Math.abs(Math.round(gain * 1000) / 10), points, level });
}

function aboutWords(t: AppText, step: Taken): string {
  const whose = step.capability === null ? t('planner.route.platformTeam') : (step.owner ?? t('planner.route.nobody'));
  return [
    whose,
    step.effort === null ? null : t('planner.days', { n: step.effort, days: formatNumber(step.effort, t.locale, 1) }),
    step.alsoIn.length === 0 ? null : t('planner.route.alsoIn', { n: step.alsoIn.length }),
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

function StepItem({ t, platform, cell, step }: { t: AppText; platform: string; cell: Cell; step: Taken }) {
  const gain = gainWords(t, step);
  const query = new URLSearchParams({ aspect: cell.aspect, criterion: step.criterion });
  return (
    <li className="border-b border-hairline py-2 last:border-0">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="min-w-0">
          <Badge>{t(`planner.route.kinds.${step.kind}`)}</Badge>{' '}
          <Link
            href={`/p/${platform}/capabilities/${step.capability ?? cell.capability}?${query}`}
            prefetch={false}
            className="hover:underline hover:underline-offset-3"
          >
            {step.title}
          </Link>
        </span>
        {gain === null ? null : <span className="figures text-xs whitespace-nowrap">{gain}</span>}
      </p>
      <p className="text-xs text-muted">
        <span className="figures">{step.criterion}</span> · {aboutWords(t, step)}
        {step.improvements.map(({ id, title, state }) => (
          <span key={id}>
            {' · '}
            <Link className="link" prefetch={false} href={`/p/${platform}/backlog/${id}`}>
              {title}
            </Link>{' '}
            ({t(`backlog.states.${state}`)})
          </span>
        ))}
      </p>
    </li>
  );
}

/** The steps of a route in their order: what to do, whose it is, what it takes, where else it counts, what it brings. */
export function StepList({ t, platform, cell, steps }: { t: AppText; platform: string; cell: Cell; steps: Taken[] }) {
  return (
    <ol>
      {steps.map((step) => (
        <StepItem key={step.criterion} t={t} platform={platform} cell={cell} step={step} />
      ))}
    </ol>
  );
}
