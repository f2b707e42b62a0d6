import { countAnswered, listCyclesToCount, replaceBands } from '#db/queries/participation.ts';
import { listSurveyTeams, moveCycle } from '#db/queries/survey-cycles.ts';
import type { Context } from '../context.ts';
import { participation } from './anonymity/participation.ts';
import { asGroups, type Cycle, minimumsOfCycle } from './cycle.ts';

/**
 * Counts participation in every open survey, once a UTC day, and keeps the bands. Screens show these and nothing newer: who
 * watches them all day learns no more than who looks once, and never sees a band change as somebody answers.
 */
export async function countParticipation(ctx: Context): Promise<{ counted: number }> {
  const day = ctx.now().toISOString().slice(0, 10);
  const cycles = await listCyclesToCount(ctx.db, day);
  for (const cycle of cycles) await countCycle(ctx, cycle, day);
  return { counted: cycles.length };
}

async function countCycle(ctx: Context, cycle: Cycle, day: string): Promise<void> {
  await ctx.db.transaction().execute(async (trx) => {
    // of several that count at once the others wait here, and the close as well; both then find it done
    if (!(await moveCycle(trx, cycle, { state: 'open' }))) return;
    if (!(await listCyclesToCount(trx, day)).some(({ id }) => id === cycle.id)) return;
    const teams = await listSurveyTeams(trx, [cycle.id]);
    const people = (await countAnswered(trx, cycle.id)).flatMap(({ teamId, sent, answered }) =>
      Array.from({ length: sent }, (_, i) => ({ group: teamId, spent: i < answered })),
    );
    const bands = participation(asGroups(teams), people, minimumsOfCycle(cycle));
    await replaceBands(
      trx,
      cycle.id,
      bands.map(({ group, band }) => {
        const [fromShare, toShare] = [band?.from ?? null, band?.to ?? null];
        return { cycleId: cycle.id, teamId: group ?? '', countedOn: day, fromShare, toShare };
      }),
    );
  });
}
