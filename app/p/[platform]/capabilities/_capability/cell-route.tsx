import Link from 'next/link';
import { writeAssumptions } from '#rubrics/scoring/assumption-text.ts';
import { asDone } from '#rubrics/scoring/route-steps.ts';
import { getText } from '../../../../_messages/get-text.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { pointsWords } from '../../../../_ui/change-words.ts';
import { plannerAddress, type CellRoute as Route } from '../../backlog/planner/_planner/planner-data.ts';
import { effortWords } from '../../backlog/planner/_planner/scenario-table.tsx';
import { StepList } from '../../backlog/planner/_planner/step-list.tsx';

type Props = { platform: string; capability: string; aspect: string };

/** Where the way ends, or why there is none. */
function endWords(t: AppText, { obstacle, steps, reaches, gain, effort }: Route): string {
  if (obstacle === 'withdrawn') return t('planner.route.withdrawn');
  const end = t('planner.route.end', {
    ...{ level: reaches ?? t('planner.map.none'), points: pointsWords(t, gain), effort: effortWords(t, effort) },
  });
  if (obstacle === null) return steps.length === 0 ? t('planner.route.reached') : end;
  return `${t('planner.route.unreachable', { level: reaches ?? t('planner.map.none') })} ${steps.length === 0 ? '' : end}`;
}

/** What stands between the open cell and its target, step by step. */
export async function CellRoute({ platform, capability, aspect }: Props) {
  const [t, caller] = await Promise.all([getText(), api()]);
  const route = await found(caller.planning.route({ platform, capability, aspect }));
  const assume = writeAssumptions(route.steps.map(asDone));
  const cell = `${capability}/${aspect}`;
  if (route.state === 'not_applicable') return null;
  return (
    <section className="pt-8">
      <h2 className="text-base font-semibold">{t('planner.route.title')}</h2>
      <p className="text-muted">
        {endWords(t, route)}{' '}
        {route.steps.length === 0 ? null : (
          <Link className="link" prefetch={false} href={plannerAddress(platform, { assume, cell })}>
            {t('planner.route.tryOut')}
          </Link>
        )}
      </p>
      <StepList t={t} platform={platform} cell={route} steps={route.steps} />
    </section>
  );
}
