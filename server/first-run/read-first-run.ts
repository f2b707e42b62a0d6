import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { hasEvidence } from '#db/queries/first-run.ts';
import { listClaims } from '#db/queries/self-assessment.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { allows } from '../people/allows.ts';
import { requireAdmin, requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

export const readFirstRunInput = z.strictObject({ platform: keyField });

/** How far a platform is on its way from the set-up link to its first picture. */
export async function readFirstRun(ctx: Context, input: z.infer<typeof readFirstRunInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const { pack } = rubricOf(platform).pack;
  // an aspect without described levels cannot be claimed at a glance: its questions are answered one by one
  const aspects = pack.aspects.filter(({ cells }) => Object.keys(cells).length > 0);
  const [capabilities, claims, evidence] = await Promise.all([
    listCapabilities(ctx.db, platform.id),
    listClaims(ctx.db, { platformId: platform.id, asOf: ctx.now().toISOString() }),
    hasEvidence(ctx.db, platform.id),
  ]);
  const ofPlatform = claims.filter(({ capability }) => capability === '');
  const open = aspects.filter(({ key }) => !ofPlatform.some(({ aspect }) => aspect === key)).map(({ key }) => key);
  return {
    /** false: there is evidence, and the first run is over */
    inFirstRun: !evidence,
    mayEdit: allows(() => requireRole(ctx, platform.id, 'editor', 'catalogue:write')),
    mayInvite: allows(() => requireAdmin(ctx, 'admin')),
    capabilities: capabilities.filter(({ state }) => state !== 'archived').length,
    aspects: aspects.length,
    /** aspects that nobody has answered yet, not even with "don't know", in the order of the model */
    open,
    claimed: claims.some(({ claimed }) => claimed !== null),
    /** `answers`: there is nothing to claim at a glance, questions are answered one by one */
    next: nextStep(open.length, aspects.length),
  };
}

function nextStep(open: number, aspects: number) {
  if (aspects === 0) return 'answers' as const;
  if (open === aspects) return 'capabilities' as const;
  return open > 0 ? ('self-assessment' as const) : ('picture' as const);
}
