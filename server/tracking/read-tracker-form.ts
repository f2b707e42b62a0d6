import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { mayAllow } from '../connections/may-allow.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { TRACKERS } from '../trackers/registry.ts';
import { SCOPE } from './kept-tracker.ts';
import { INTERVALS } from './save-tracker.ts';

export const readTrackerFormInput = z.strictObject({ platform: keyField });

/** All that the form of a tracker needs: the kinds with their fields. */
export async function readTrackerForm(ctx: Context, input: z.infer<typeof readTrackerFormInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', SCOPE);
  return {
    kinds: TRACKERS.map(({ kind, fields, direction }) => ({ kind, fields, direction })),
    intervals: [...INTERVALS],
    mayAllow: mayAllow(ctx),
  };
}
