import { z } from 'zod';
import { criterionSchema } from '#rubrics/pack.ts';
import { describeAppliesTo, describeTest } from '#rubrics/versions/describe-test.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { isAllowed } from './is-allowed.ts';
import { listKnown } from './list-known.ts';
import { findVersion, versionField, versionName } from './version-name.ts';

export const readVersionInput = z.strictObject({ platform: z.string(), rubric: versionField });

const criterion = criterionSchema.shape;
export const versionSchema = z.strictObject({
  name: z.string(),
  id: z.string(),
  version: z.string(),
  sha256: z.string(),
  title: z.string(),
  license: z.string(),
  attribution: z.string(),
  model: z.strictObject({ name: z.string(), version: z.string(), url: z.string() }),
  levels: z.array(z.strictObject({ level: z.int(), name: z.string(), summary: z.string() })),
  aspects: z.array(z.strictObject({ key: z.string(), name: z.string(), question: z.string() })),
  criteria: z.array(
    z.strictObject({
      ...{ id: criterion.id, aspect: criterion.aspect, level: criterion.level, scope: criterion.scope },
      ...{ role: criterion.role, title: z.string(), why: z.string(), how: z.string() },
      /** on one line, in the words of the pack */
      test: z.string(),
      appliesTo: z.string().nullable(),
      /** it counts from this day on */
      effectiveFrom: z.iso.date().nullable(),
    }),
  ),
  inUse: z.boolean(),
  /** whether one may let this platform be scored by it */
  mayAdopt: z.boolean(),
  /** the next older version of the same rubric */
  before: z.string().nullable(),
});

/** A version as people read it: its criteria by aspect and level, with their tests. */
export async function readVersion(
  ctx: Context,
  input: z.infer<typeof readVersionInput>,
): Promise<z.infer<typeof versionSchema>> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rubric = await findVersion(ctx.db, input.rubric);
  const { pack, criteria } = rubric.pack;
  const same = (await listKnown(ctx.db)).map((one) => one.rubric).filter(({ id }) => id === rubric.id);
  const older = same[same.findIndex(({ version }) => version === rubric.version) + 1];
  const inUse = platform.packId === rubric.id && platform.packVersion === rubric.version;
  return {
    ...{ name: versionName(rubric), id: rubric.id, version: rubric.version, sha256: rubric.sha256 },
    ...{ title: pack.name, license: pack.license, attribution: pack.attribution, model: pack.model },
    levels: pack.levels.map(({ level, name, summary }) => ({ level, name, summary })),
    aspects: pack.aspects.map(({ key, name, question }) => ({ key, name, question })),
    criteria: criteria.map(({ id, aspect, level, scope, role, title, why, how, ...rest }) => ({
      ...{ id, aspect, level, scope, role, title, why, how },
      test: describeTest(rest.test),
      appliesTo: rest.applies_to === undefined ? null : describeAppliesTo(rest.applies_to),
      effectiveFrom: rest.effective_from ?? null,
    })),
    inUse,
    mayAdopt: !inUse && isAllowed(ctx, platform.id, 'editor', 'rubrics:write'),
    before: older === undefined ? null : versionName(older),
  };
}
