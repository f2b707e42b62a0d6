import { z } from 'zod';
import { listNewestDays, type ScorecardDay } from '#db/queries/scorecards.ts';
import { percentToTargetSchema, rubricIdSchema } from '#rubrics/scoring/scorecard.ts';
import { listPlatforms } from '../catalogue/list-platforms.ts';
import type { Context } from '../context.ts';
import { keepByStamp } from '../overview/keep-by-stamp.ts';
import { requireAnywhere } from '../people/permissions.ts';
import { pageByKey, pageInput } from '../rest/paging.ts';
import { cellRowsSchema } from './cell-row.ts';

export const listScorecardsInput = z.strictObject(pageInput);

const level = z.number().nullable();
export const listedScorecardSchema = z.strictObject({
  platform: z.string(),
  name: z.string(),
  asOf: z.iso.datetime(),
  rubric: rubricIdSchema,
  percentToTarget: percentToTargetSchema,
  cells: z.array(
    z.strictObject({
      capability: z.string(),
      aspect: z.string(),
      level,
      low: level,
      high: level,
      coverage: z.number().nullable(),
      target: z.number(),
    }),
  ),
});
export type ListedScorecard = z.infer<typeof listedScorecardSchema>;

/** The cells of a few platforms as they were parsed last: a recompute changes them, nothing else does. */
const keepCells = keepByStamp<ListedScorecard['cells']>(256);

/** The current scorecards of the platforms that one may see, by key and without criteria; never in an order of merit. */
export async function listScorecards(ctx: Context, input: z.infer<typeof listScorecardsInput>) {
  requireAnywhere(ctx, 'viewer', 'read');
  const { items: platforms, nextCursor } = pageByKey(await listPlatforms(ctx), input, ({ key }) => key);
  const keys = platforms.map(({ key }) => key);
  const days = new Map((await listNewestDays(ctx.db, keys)).map((row) => [row.platform, row]));
  const items = await Promise.all(
    platforms.flatMap(({ key, name }) => {
      const day = days.get(key);
      return day === undefined ? [] : [describe({ platform: key, name, day })];
    }),
  );
  return { items, nextCursor };
}

type Named = { platform: string; name: string; day: ScorecardDay };

async function describe({ platform, name, day }: Named): Promise<ListedScorecard> {
  const { asOf, rubricId: id, rubricVersion: version, rubricSha256: sha256 } = day;
  return {
    ...{ platform, name, asOf, rubric: { id, version, sha256 } },
    percentToTarget: { value: day.percentToTarget, low: day.percentLow, high: day.percentHigh },
    cells: await keepCells(day.platformId, asOf, async () =>
      cellRowsSchema.parse(JSON.parse(day.cells)).map(([capability, aspect, own, low, high, coverage, target]) => ({
        ...{ capability, aspect, level: own, low, high, coverage, target },
      })),
    ),
  };
}
