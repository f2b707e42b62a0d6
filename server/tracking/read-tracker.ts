import { z } from 'zod';
import { countLinks, listLinksOf } from '#db/queries/tracker-links.ts';
import { keyField } from '../catalogue/fields.ts';
import { formOf, formSchema } from '../connections/kept-connection.ts';
import type { Context } from '../context.ts';
import { allows } from '../people/allows.ts';
import { idField } from '../people/fields.ts';
import { requireRole } from '../people/permissions.ts';
import { describeTracker, trackerSummarySchema } from './describe-tracker.ts';
import { requireTracker, SCOPE } from './kept-tracker.ts';

export const readTrackerInput = z.strictObject({ platform: keyField, tracker: idField });

export const trackerDetailSchema = trackerSummarySchema.extend({
  troubled: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        issue: z.string().nullable(),
        address: z.string().nullable(),
        state: z.enum(['waiting', 'linked', 'broken']),
        error: z.string(),
      }),
    )
    .describe('improvements whose issue is gone or could not be written'),
  form: formSchema,
});

/** One tracker: how it does, what it fails at, and for editors how it is set, without its secrets. */
export async function readTracker(
  ctx: Context,
  input: z.infer<typeof readTrackerInput>,
): Promise<z.infer<typeof trackerDetailSchema>> {
  const { platform, row } = await requireTracker(ctx, input, ['viewer', 'read']);
  const counts = await countLinks(ctx.db, platform.id);
  const links = await listLinksOf(ctx.db, row.id);
  return {
    ...describeTracker(row, counts.get(row.id) ?? [], ctx.now().getTime()),
    troubled: links.flatMap(({ improvementId: id, title, name: issue, address, state, error }) =>
      error === null ? [] : [{ id, title, issue, address, state, error }],
    ),
    form: allows(() => requireRole(ctx, platform.id, 'editor', SCOPE)) ? formOf(ctx, row) : null,
  };
}
