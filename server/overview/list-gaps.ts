import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { type Gap, gapsOf, VIEWS } from '#rubrics/scoring/gaps.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { readScorecard } from './read-scorecard.ts';

export const listGapsInput = z.strictObject({ platform: keyField });

const sizeOf = ({ gaps }: { gaps: readonly Gap[] }) => Math.max(0, ...gaps.map(({ size }) => size));

/**
 * What is claimed, felt and measured of every cell of which any of them is known, and where they differ. The cells that differ
 * most come first. Felt levels rest on released surveys alone: no answer of anybody is in them.
 */
export async function listGaps(ctx: Context, input: z.infer<typeof listGapsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const [{ scorecard, failure }, capabilities] = await Promise.all([
    readScorecard(ctx.db, platform.id),
    listCapabilities(ctx.db, platform.id),
  ]);
  const names = new Map(capabilities.map(({ key, name }) => [key, name]));
  const { pack } = rubricOf(platform).pack;
  const cells = (scorecard?.cells ?? []).map((cell) => {
    const { capability, aspect, level, claimed, feltCoverage, measuredCoverage } = cell;
    // a level of which nothing is decided is no view: nobody felt or measured it
    const felt = feltCoverage ? cell.felt : null;
    const measured = measuredCoverage ? cell.measured : null;
    const views = { claimed, felt, feltCoverage, measured, measuredCoverage };
    return {
      capability,
      aspect,
      capabilityName: names.get(capability) ?? capability,
      level,
      ...views,
      gaps: gapsOf(views),
    };
  });
  const known = cells.filter((cell) => VIEWS.some((view) => cell[view] !== null));
  return {
    platform: { key: platform.key, timeZone: platform.timeZone },
    asOf: scorecard?.asOf ?? null,
    failure,
    aspects: pack.aspects.map(({ key, name }) => ({ key, name })),
    top: Math.max(...pack.levels.map(({ level }) => level)),
    cells: known.toSorted((a, b) => sizeOf(b) - sizeOf(a) || b.gaps.length - a.gaps.length),
    /** of how many cells nothing is claimed, felt or measured */
    silent: cells.length - known.length,
  };
}
