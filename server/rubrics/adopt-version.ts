import { z } from 'zod';
import { adoptRubric } from '#db/queries/rubrics.ts';
import { renameMap } from '#rubrics/versions/rename-map.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { keepSettings } from '../catalogue/read-settings.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { markChangedKinds } from '../evidence/mark-changed-kinds.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { type Carried, carryOver } from './carry-over.ts';
import { rubricOf } from './rubric-of.ts';
import { findVersion, versionField, versionName } from './version-name.ts';

export const adoptVersionInput = z.strictObject({
  platform: z.string(),
  /** such as `cncf-platform@1.1.0` */
  rubric: versionField,
});

export const adoptVersionOutput = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** what was carried over to another id */
  carried: z.array(
    z.strictObject({ from: z.string(), to: z.string(), attestations: z.int(), exemptions: z.int(), plans: z.int() }),
  ),
});

/**
 * Lets a platform be scored by another version from now on, and scores it at once. Frozen quarters stay as they are; every
 * series shows a break. Going back to an older version is adopting that one.
 */
export async function adoptVersion(
  ctx: Context,
  input: z.infer<typeof adoptVersionInput>,
): Promise<z.infer<typeof adoptVersionOutput>> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'rubrics:write');
  const [before, after] = [rubricOf(platform), await findVersion(ctx.db, input.rubric)];
  const [from, to] = [versionName(before), versionName(after)];
  if (from === to) throw new AppError('CONFLICT', `This platform is scored by ${to} already.`);
  const names = {
    from: { packId: before.id, version: before.version },
    to: { packId: after.id, version: after.version },
  };
  const carried = await ctx.db.transaction().execute(async (trx) => {
    if (!(await adoptRubric(trx, platform.id, names))) {
      throw new AppError('CONFLICT', 'Somebody else has just changed the rubric of this platform. Look again.');
    }
    const done: Carried[] = [];
    const renamed = renameMap(before.pack, after.pack);
    // targets of single criteria are among them, and what they were stays known
    if (renamed.size > 0) await keepSettings(trx, platform.id, ctx.now());
    for (const [old, now] of renamed) {
      const one = await carryOver(trx, { platformId: platform.id, from: old, to: now });
      if (one.attestations + one.exemptions + one.plans > 0) done.push(one);
    }
    const kinds = { before: before.metrics, after: after.metrics };
    await markChangedKinds(trx, { platformId: platform.id, nowMs: ctx.now().getTime(), ...kinds });
    const detail = { from, to, sha256: after.sha256, carried: done };
    await recordAudit(trx, ctx, { action: 'rubric.adopt', platformId: platform.id, subject: to, detail });
    return done;
  });
  await ctx.rescore(platform.id);
  return { from, to, carried };
}
