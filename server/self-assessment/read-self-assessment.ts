import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { listClaims } from '#db/queries/self-assessment.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { allows } from '../people/allows.ts';
import { requireOwnership, requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

export const readSelfAssessmentInput = z.strictObject({ platform: keyField });

/** What the platform's people say of it today, what they could say, and for what this person may speak. */
export async function readSelfAssessment(ctx: Context, input: z.infer<typeof readSelfAssessmentInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const { pack } = rubricOf(platform).pack;
  const [rows, claims] = await Promise.all([
    listCapabilities(ctx.db, platform.id),
    listClaims(ctx.db, { platformId: platform.id, asOf: ctx.now().toISOString() }),
  ]);
  const capabilities = rows.filter(({ state }) => state !== 'archived');
  const known = new Set(['', ...capabilities.map(({ key }) => key)]);
  const mayAnswer = (ownerTeamId: string | null) =>
    allows(() => requireOwnership(ctx, platform.id, ownerTeamId, 'attestations:write'));
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    mayAnswer: mayAnswer(null),
    levels: pack.levels.map(({ level, name }) => ({ level, name })),
    aspects: pack.aspects.map(({ key, name, question, cells }) => ({
      ...{ key, name, question },
      steps: pack.levels.flatMap(({ level }) => {
        const cell = cells[String(level)];
        return cell === undefined ? [] : [{ level, name: cell.name, summary: cell.summary }];
      }),
    })),
    capabilities: capabilities.map(({ key, name, ownerTeamId }) => ({ key, name, mayAnswer: mayAnswer(ownerTeamId) })),
    claims: claims
      .filter(({ capability, claimed }) => known.has(capability) && (capability === '' || claimed !== null))
      .map(({ capability, answererName, answeredBy, ...claim }) => ({
        ...claim,
        capability: capability || null,
        answeredBy: answererName ?? answeredBy,
      })),
  };
}
