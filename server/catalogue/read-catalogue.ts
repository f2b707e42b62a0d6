import { z } from 'zod';
import { listCapabilities, listTargets } from '#db/queries/catalogue.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { keyField } from './fields.ts';
import { findPlatform } from './find-platform.ts';
import { targetLevels } from './write-targets.ts';

export const readCatalogueInput = z.strictObject({ platform: keyField });

/** What the settings page needs beside the capabilities: aspects, levels, each cell's target, and what could be added. */
export async function readCatalogue(ctx: Context, input: z.infer<typeof readCatalogueInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rubric = rubricOf(platform);
  const { pack } = rubric.pack;
  const capabilities = await listCapabilities(ctx.db, platform.id);
  const set = new Map(
    (await listTargets(ctx.db, platform.id)).map((row) => [`${row.capability}/${row.aspect}`, row.level]),
  );
  const defaultOf = (aspect: string, mandatory: boolean) =>
    (mandatory ? pack.targets.mandatory?.[aspect] : undefined) ?? pack.targets.default;
  return {
    aspects: pack.aspects.map(({ key, name }) => ({ key, name })),
    levels: targetLevels(rubric),
    targets: capabilities.flatMap(({ key: capability, mandatory }) =>
      pack.aspects.map(({ key: aspect }) => ({
        capability,
        aspect,
        level: set.get(`${capability}/${aspect}`) ?? null,
        default: defaultOf(aspect, mandatory === 1),
      })),
    ),
    addable: pack.capabilities
      .filter(({ key }) => !capabilities.some((capability) => capability.key === key))
      .map(({ key, name, description }) => ({ key, name, description })),
  };
}
