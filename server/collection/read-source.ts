import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { listOpenFailures } from '#db/queries/source-failures.ts';
import { listNewestRuns } from '#db/queries/source-runs.ts';
import { keyField } from '../catalogue/fields.ts';
import { formOf, formSchema } from '../connections/kept-connection.ts';
import type { Context } from '../context.ts';
import { allows } from '../people/allows.ts';
import { idField } from '../people/fields.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { describeSource, sourceSummarySchema } from './describe-source.ts';
import { requireSource } from './kept-source.ts';

export const readSourceInput = z.strictObject({ platform: keyField, source: idField });

export const sourceDetailSchema = sourceSummarySchema.extend({
  failures: z.array(
    z.strictObject({
      metric: z.string(),
      metricName: z.string(),
      capability: z.string().nullable(),
      capabilityName: z.string().nullable(),
      since: z.string(),
      message: z.string(),
    }),
  ),
  form: formSchema,
});

/** One source: how it does, what it fails at, and for editors how it is set, without its secrets. */
export async function readSource(
  ctx: Context,
  input: z.infer<typeof readSourceInput>,
): Promise<z.infer<typeof sourceDetailSchema>> {
  const { platform, row } = await requireSource(ctx, input, 'viewer', 'read');
  const failures = await listOpenFailures(ctx.db, row.id);
  const newest = (await listNewestRuns(ctx.db, platform.id)).filter(({ sourceId }) => sourceId === row.id);
  const [first] = failures.map(({ since }) => since).toSorted();
  const { metrics } = rubricOf(platform);
  const names = new Map((await listCapabilities(ctx.db, platform.id)).map(({ key, name }) => [key, name]));
  const nowMs = ctx.now().getTime();
  return {
    ...describeSource(row, { nowMs, failingSince: first ?? null, newest }),
    failures: failures.map(({ metric, capability, since, message }) => ({
      ...{ metric, since, message },
      metricName: metrics.get(metric)?.name ?? metric,
      capability: capability || null,
      capabilityName: capability === '' ? null : (names.get(capability) ?? capability),
    })),
    form: allows(() => requireRole(ctx, platform.id, 'editor', 'sources:write')) ? formOf(ctx, row) : null,
  };
}
