import { listCapabilities } from '#db/queries/catalogue.ts';
import { listStatesAt } from '#db/queries/improvements.ts';
import { resultsByPlace } from '#rubrics/scoring/effect.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { readScorecard } from '../overview/read-scorecard.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { readRights } from './backlog-rights.ts';
import type { Surroundings } from './describe-improvement.ts';

/** What the improvements of a platform are described with, read once for all of them. */
export async function readSurroundings(ctx: Context, platform: Platform): Promise<Surroundings> {
  const [rights, capabilities, states, { scorecard }] = await Promise.all([
    readRights(ctx, platform.id),
    listCapabilities(ctx.db, platform.id),
    listStatesAt(ctx.db, platform.id, ctx.now().toISOString()),
    readScorecard(ctx.db, platform.id),
  ]);
  return {
    rights,
    rubric: new Map(rubricOf(platform).pack.criteria.map((one) => [one.id, one])),
    names: new Map(capabilities.map(({ key, name }) => [key, name])),
    results: resultsByPlace(scorecard ?? { cells: [] }),
    since: new Map(states.map(({ improvementId, at }) => [improvementId, at])),
  };
}
