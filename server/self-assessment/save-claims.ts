import type { Kysely } from 'kysely';
import { z } from 'zod';
import { findCapability } from '#db/queries/catalogue.ts';
import { insertClaims, listClaims } from '#db/queries/self-assessment.ts';
import type { Database } from '#db/schema.ts';
import { levelSteps } from '#rubrics/scoring/level-steps.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';
import { requireOwnership, requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { claimedField, requireStep } from './claimed-field.ts';

const claim = z.strictObject({
  aspect: keyField,
  /** null: the platform as a whole, which every capability inherits */
  capability: keyField.nullable(),
  /** null: not known; of one capability: as for the platform */
  claimed: claimedField,
});
export type Claim = z.infer<typeof claim>;

export const saveClaimsInput = z.strictObject({ platform: keyField, claims: z.array(claim).min(1).max(500) });

/**
 * Keeps what people say of their own platform. Every answer is a new row, so that what was claimed before stays for past
 * answers; what was said already is not said again. It never enters a level (docs/scoring.md §4).
 */
export async function saveClaims(ctx: Context, input: z.infer<typeof saveClaimsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'owner', 'attestations:write');
  await requirePlaces(ctx, platform, input.claims);
  const answeredBy = await accountOf(ctx);
  const changed = await ctx.db.transaction().execute(async (trx) => {
    const written = await writeClaims(trx, ctx, { platform, claims: input.claims, answeredBy, importId: null });
    if (written.length > 0) {
      await recordAudit(trx, ctx, {
        action: 'self-assessment.answer',
        platformId: platform.id,
        subject: null,
        detail: claimsInWords(written),
      });
    }
    return written.length;
  });
  if (changed > 0) await ctx.rescore(platform.id);
  return { changed };
}

type Write = { platform: Platform; claims: Claim[]; answeredBy: string; importId: string | null };

/** Writes those claims that say something new, and returns them. Part of the caller's transaction. */
export async function writeClaims(
  trx: Kysely<Database>,
  ctx: Pick<Context, 'now'>,
  { platform, claims, answeredBy, importId }: Write,
): Promise<Claim[]> {
  const answeredAt = ctx.now().toISOString();
  const held = await listClaims(trx, { platformId: platform.id, asOf: answeredAt });
  const changed = claims.filter((one) => {
    const before = held.find(
      ({ aspect, capability }) => aspect === one.aspect && capability === (one.capability ?? ''),
    );
    // nothing was said about a capability: it is as for the platform already
    return before === undefined ? one.capability === null || one.claimed !== null : before.claimed !== one.claimed;
  });
  if (changed.length === 0) return [];
  const rows = changed.map(({ aspect, capability, claimed }) => ({
    ...{ platformId: platform.id, aspect, capability: capability ?? '', claimed, answeredBy, answeredAt, importId },
  }));
  await insertClaims(trx, rows);
  return changed;
}

/** For the audit log, on one line: `interfaces: 2.5, data/interfaces: as for the platform`. */
export function claimsInWords(claims: Claim[]): Record<string, number | string> {
  return Object.fromEntries(
    claims.map(({ aspect, capability, claimed }) => [
      capability === null ? aspect : `${capability}/${aspect}`,
      claimed ?? (capability === null ? 'not known' : 'as for the platform'),
    ]),
  );
}

/** Refuses claims that are no level of the platform's rubric, nor half-way between two. */
export function requireLevels(platform: Platform, claims: readonly Pick<Claim, 'claimed'>[]): void {
  const steps = levelSteps(rubricOf(platform).pack.pack.levels);
  for (const { claimed } of claims) requireStep(steps, claimed);
}

/** Owners speak for the capabilities of their teams, editors for all and for the platform. */
export async function requirePlaces(ctx: Context, platform: Platform, claims: Claim[]): Promise<void> {
  const { aspects } = rubricOf(platform).pack.pack;
  requireLevels(platform, claims);
  const seen = new Set<string>();
  for (const { aspect, capability } of claims) {
    if (!aspects.some(({ key }) => key === aspect)) {
      throw new AppError('BAD_REQUEST', `There is no aspect "${aspect}" in this rubric.`);
    }
    const place = capability === null ? aspect : `${capability}/${aspect}`;
    if (seen.has(place)) throw new AppError('BAD_REQUEST', `"${place}" stands twice.`);
    seen.add(place);
  }
  for (const capability of new Set(claims.map((one) => one.capability))) {
    requireOwnership(ctx, platform.id, await findOwner(ctx, platform, capability), 'attestations:write');
  }
}

async function findOwner(ctx: Context, platform: Platform, key: string | null): Promise<string | null> {
  if (key === null) return null;
  const capability = await findCapability(ctx.db, platform.id, key);
  if (capability === undefined || capability.state === 'archived') {
    throw new AppError('NOT_FOUND', `This platform has no capability "${key}".`);
  }
  return capability.ownerTeamId;
}
