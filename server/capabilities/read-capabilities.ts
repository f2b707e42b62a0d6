import { z } from 'zod';
import { listOwnedCapabilities } from '#db/queries/overview.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { capsOf } from '../overview/list-blockers.ts';
import { readScorecard } from '../overview/read-scorecard.ts';
import { summarizeCell } from '../overview/summarize-cell.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

export const readCapabilitiesInput = z.strictObject({ platform: z.string() });

/** Every capability of a platform with where it stands, archived ones last. */
export async function readCapabilities(ctx: Context, input: z.infer<typeof readCapabilitiesInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rubric = rubricOf(platform);
  const { levels, aspects } = rubric.pack.pack;
  const caps = capsOf(rubric);
  const [rows, stored] = await Promise.all([
    listOwnedCapabilities(ctx.db, platform.id),
    readScorecard(ctx.db, platform.id),
  ]);
  const cells = Map.groupBy(stored.scorecard?.cells ?? [], ({ capability }) => capability);
  return {
    platform: { key: platform.key, name: platform.name },
    levels: levels.map(({ level, name }) => ({ level, name })),
    aspects: aspects.map(({ key, name }) => ({ key, name })),
    capabilities: rows
      .map(({ key, name, description, ownerName, mandatory, consumption, state }) => ({
        ...{ key, name, description, ownerName, mandatory: mandatory === 1, consumption, state },
        cells: (cells.get(key) ?? []).map((cell) => summarizeCell(cell, caps)),
      }))
      .toSorted((a, b) => Number(a.state === 'archived') - Number(b.state === 'archived')),
  };
}
