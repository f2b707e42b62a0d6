import { join } from 'node:path';
import { z } from 'zod';
import { packsFolder, readPackFiles } from '#rubrics/load-packs.ts';
import { parsePack } from '#rubrics/parse-pack.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { installedRubrics, rubricOf } from './rubric-of.ts';

export const readCrosswalkInput = z.strictObject({ platform: z.string() });

export const crosswalkSchema = z.strictObject({
  /** false: the rubric does not come with Plumbline, so that its crosswalk is not known here */
  known: z.boolean(),
  entries: z.array(
    z.strictObject({
      /** an aspect or a criterion of the rubric */
      from: z.string(),
      name: z.string(),
      model: z.string(),
      to: z.string(),
      note: z.string().nullable(),
    }),
  ),
});

/** Where aspects and criteria of a platform's rubric have neighbours in other models: see also, never a conversion. */
export async function readCrosswalk(
  ctx: Context,
  input: z.infer<typeof readCrosswalkInput>,
): Promise<z.infer<typeof crosswalkSchema>> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rubric = rubricOf(platform);
  if (!installedRubrics().some(({ sha256 }) => sha256 === rubric.sha256)) return { known: false, entries: [] };
  const { pack, criteria } = rubric.pack;
  const names = new Map([
    ...pack.aspects.map(({ key, name }) => [key, name] as const),
    ...criteria.map(({ id, title }) => [id, title] as const),
  ]);
  const files = readPackFiles(join(packsFolder(), rubric.id)).filter(({ file }) => file === 'crosswalk.yaml');
  const entries = parsePack(files).crosswalk.map(({ value: { from, model, to, note } }) => ({
    ...{ from, name: names.get(from) ?? from, model, to, note: note ?? null },
  }));
  return { known: true, entries };
}
