import { z } from 'zod';
import { listClaims } from '#db/queries/self-assessment.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { LONGEST_LINK, readPemmLink } from './read-pemm-link.ts';

export const previewPemmInput = z.strictObject({
  platform: keyField,
  link: z.string().max(LONGEST_LINK, 'This is too long to be a link of the assessment.'),
});

/** Reads a link of the CNCF community's assessment and says what an import would claim. Writes nothing. */
export async function previewPemm(ctx: Context, input: z.infer<typeof previewPemmInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'attestations:write');
  const { version, answers, warnings, aspects } = readPemmLink(input.link);
  const known = requireAspects(platform, aspects);
  const held = await listClaims(ctx.db, { platformId: platform.id, asOf: ctx.now().toISOString() });
  return {
    version,
    answers,
    warnings,
    aspects: aspects.map((read) => {
      const before = held.find(({ aspect, capability }) => aspect === read.aspect && capability === '');
      // an aspect without an answer takes nothing away from what was said before
      const stays = read.claimed === null && before !== undefined;
      return {
        ...read,
        name: known.get(read.aspect) ?? read.aspect,
        /** what holds today; null: not known, or never said */
        before: before?.claimed ?? null,
        /** what holds after the import */
        after: stays ? before.claimed : read.claimed,
      };
    }),
  };
}
export type PemmPreview = Awaited<ReturnType<typeof previewPemm>>;

/** The names of the five aspects, which a platform scored by another model does not have. */
function requireAspects(platform: Platform, aspects: { aspect: string }[]): Map<string, string> {
  const { pack } = rubricOf(platform).pack;
  const known = new Map(pack.aspects.map(({ key, name }) => [key, name]));
  if (aspects.every(({ aspect }) => known.has(aspect))) return known;
  throw new AppError(
    'BAD_REQUEST',
    `This platform is scored by "${pack.name}", which has other aspects than this link.`,
  );
}
