import { join } from 'node:path';
import { z } from 'zod';
import { findRubricVersion } from '#db/queries/rubrics.ts';
import { packsFolder, readPackFiles } from '#rubrics/load-packs.ts';
import { type PackText, parsePack } from '#rubrics/parse-pack.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { readStoredFiles } from './rubric-files.ts';
import { installedRubrics, rubricOf } from './rubric-of.ts';

export const readCrosswalkInput = z.strictObject({ platform: z.string() });

export const crosswalkSchema = z.strictObject({
  /** false: nothing says what the rubric's files were (a frozen quarter brought it along) */
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
  const files = await filesOf(ctx, rubric);
  if (files === null) return { known: false, entries: [] };
  const { pack, criteria } = rubric.pack;
  const names = new Map([
    ...pack.aspects.map(({ key, name }) => [key, name] as const),
    ...criteria.map(({ id, title }) => [id, title] as const),
  ]);
  const entries = parsePack(files.filter(({ file }) => file === 'crosswalk.yaml')).crosswalk.map(
    ({ value: { from, model, to, note } }) => ({
      ...{ from, name: names.get(from) ?? from, model, to, note: note ?? null },
    }),
  );
  return { known: true, entries };
}

/** The files that a rubric was read from: those that come with Plumbline, or those that somebody published. */
async function filesOf(ctx: Context, { id, version, sha256 }: Rubric): Promise<PackText[] | null> {
  if (installedRubrics().some((installed) => installed.sha256 === sha256)) {
    return readPackFiles(join(packsFolder(), id));
  }
  const published = await findRubricVersion(ctx.db, { packId: id, version });
  return published?.sha256 === sha256 ? readStoredFiles(published.files) : null;
}
