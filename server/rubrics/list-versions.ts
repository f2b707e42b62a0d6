import { z } from 'zod';
import { listPlatforms } from '#db/queries/catalogue.ts';
import { listRubricDrafts } from '#db/queries/rubrics.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { isAllowed } from './is-allowed.ts';
import { listKnown } from './list-known.ts';
import { versionName } from './version-name.ts';

export const listVersionsInput = z.strictObject({ platform: z.string() });

export const listedVersionSchema = z.strictObject({
  /** such as `cncf-platform@1.0.0` */
  name: z.string(),
  id: z.string(),
  version: z.string(),
  sha256: z.string(),
  title: z.string(),
  criteria: z.int(),
  /** null: it comes with Plumbline */
  published: z.strictObject({ note: z.string(), publishedBy: z.string(), publishedAt: z.iso.datetime() }).nullable(),
  /** this version of Plumbline ships another text under its name; here it stays as it was */
  shadows: z.boolean(),
  /** whether this platform is scored by it */
  inUse: z.boolean(),
  /** other platforms that are, of those one may see */
  usedBy: z.array(z.strictObject({ key: z.string(), name: z.string() })),
});

export const versionsSchema = z.strictObject({
  versions: z.array(listedVersionSchema),
  /** null: one may not write rubrics here */
  drafts: z
    .array(
      z.strictObject({
        id: z.string(),
        version: z.int(),
        basedOn: z.string().nullable(),
        savedBy: z.string(),
        savedAt: z.iso.datetime(),
      }),
    )
    .nullable(),
});

/** Every version of every rubric with the platforms that use it, and the drafts that are being written on this one. */
export async function listVersions(
  ctx: Context,
  input: z.infer<typeof listVersionsInput>,
): Promise<z.infer<typeof versionsSchema>> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const platforms = (await listPlatforms(ctx.db)).filter(({ id }) => isAllowed(ctx, id, 'viewer', 'read'));
  const users = Map.groupBy(platforms, ({ packId, packVersion }) => `${packId}@${packVersion}`);
  const versions = (await listKnown(ctx.db)).map(({ rubric, published, shadows }) => {
    const usedBy = users.get(versionName(rubric)) ?? [];
    return {
      ...{ name: versionName(rubric), id: rubric.id, version: rubric.version, sha256: rubric.sha256 },
      ...{ title: rubric.pack.pack.name, criteria: rubric.pack.criteria.length, published, shadows },
      inUse: usedBy.some(({ id }) => id === platform.id),
      usedBy: usedBy.filter(({ id }) => id !== platform.id).map(({ key, name }) => ({ key, name })),
    };
  });
  if (!isAllowed(ctx, platform.id, 'editor', 'rubrics:write')) return { versions, drafts: null };
  const drafts = (await listRubricDrafts(ctx.db, platform.id)).map((draft) => ({
    ...{ id: draft.id, version: draft.version, savedBy: draft.savedBy, savedAt: draft.savedAt },
    basedOn: draft.basedOnId === null ? null : `${draft.basedOnId}@${draft.basedOnVersion}`,
  }));
  return { versions, drafts };
}
