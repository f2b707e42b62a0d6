import { z } from 'zod';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { findDraft } from './find-draft.ts';
import { readStoredFiles } from './rubric-files.ts';
import { findVersion } from './version-name.ts';

/** A version such as `cncf-platform@1.1.0`, or the id of a draft. */
export const rubricField = z.string().max(100);

type Named = { packIds: string[]; rubric: { version: string } | { platformId: string; draftId: string } };

/**
 * A rubric that somebody names, and the packs whose platforms it could be for. A draft is for those who may write it, a version
 * for all who may read the platform.
 */
export async function nameRubric(ctx: Context, input: { platform: string; rubric: string }): Promise<Named> {
  const platform = await findPlatform(ctx, input.platform);
  if (input.rubric.includes('@')) {
    requireRole(ctx, platform.id, 'viewer', 'read');
    const { id } = await findVersion(ctx.db, input.rubric);
    return { packIds: [id], rubric: { version: input.rubric } };
  }
  const { draft } = await findDraft(ctx, { platform: input.platform, draft: input.rubric });
  const basedOn = draft.basedOnId === null ? [] : [draft.basedOnId];
  return { packIds: [...basedOn, ...packIdOf(draft.files)], rubric: { platformId: platform.id, draftId: draft.id } };
}

/** The id that a draft gives itself, without reading all of it. */
function packIdOf(files: string): string[] {
  const text = readStoredFiles(files).find(({ file }) => file === 'pack.yaml')?.text ?? '';
  const [, id] = /^id:\s*["']?([a-z][a-z0-9-]*)/m.exec(text) ?? [];
  return id === undefined ? [] : [id];
}
