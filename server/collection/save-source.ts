import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { endFailures, listOpenFailures } from '#db/queries/source-failures.ts';
import { findSource, insertSource, listSources, type SourceRow, saveSourceRow } from '#db/queries/sources.ts';
import { keyField, nameField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import { describeChange, givenFields, keptAs, readGiven } from '../connections/given-connection.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { loadCatalogue } from '../evidence/load-catalogues.ts';
import { idField } from '../people/fields.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { SOURCE_KINDS } from './kept-source.ts';
import { placeOf } from './place-of.ts';
import { refuseUnusable } from './refuse-unusable.ts';

/** How often a source is asked, in minutes. */
export const INTERVALS = [15, 60, 360, 1440] as const;

export const saveSourceInput = z.strictObject({
  platform: keyField,
  /** left out: a new one */
  source: idField.optional(),
  name: nameField,
  intervalMinutes: z.literal(INTERVALS).default(60).describe('How often it is asked.'),
  ...givenFields,
});
type Input = z.output<typeof saveSourceInput>;

const MOST_SOURCES = 100;

/** Adds a source or changes one. It is asked at once, and then at its interval. */
export async function saveSource(ctx: Context, input: Input) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'sources:write');
  const row = input.source === undefined ? await roomFor(ctx, platform) : await existing(ctx, platform, input.source);
  const given = readGiven(ctx, SOURCE_KINDS, { given: input, row });
  refuseUnusable(given.open.parts, await loadCatalogue(ctx, platform));
  const id = row?.id ?? randomUUID();
  const nowMs = ctx.now().getTime();
  const values = {
    name: input.name,
    intervalMinutes: input.intervalMinutes,
    ...keptAs(ctx, id, given),
    nextRunAtMs: nowMs,
  };
  await ctx.db.transaction().execute(async (trx) => {
    if (row === null) {
      await insertSource(trx, {
        ...{ id, platformId: platform.id, kind: input.kind, state: 'active', progress: '{}' },
        ...{ createdAt: ctx.now().toISOString(), deletedAt: null, leaseUntilMs: null, lastRunAtMs: null, ...values },
      });
    } else await saveSourceRow(trx, id, values);
    const places = new Set(given.open.parts.map(placeOf));
    const gone = (await listOpenFailures(trx, id)).filter((failure) => !places.has(placeOf(failure)));
    await endFailures(
      trx,
      gone.map((failure) => failure.id),
      ctx.now().toISOString(),
    );
    await recordAudit(trx, ctx, {
      action: row === null ? 'source.add' : 'source.change',
      platformId: platform.id,
      subject: input.name,
      detail: {
        ...{ id, kind: input.kind, intervalMinutes: input.intervalMinutes },
        ...describeChange({ given: input, read: given, row }),
      },
    });
  });
  return { id, added: row === null };
}

async function roomFor(ctx: Context, platform: Platform): Promise<null> {
  const { length } = await listSources(ctx.db, platform.id);
  if (length >= MOST_SOURCES) throw new AppError('CONFLICT', `A platform has at most ${MOST_SOURCES} sources.`);
  return null;
}

async function existing(ctx: Context, platform: Platform, id: string): Promise<SourceRow> {
  const row = await findSource(ctx.db, platform.id, id);
  if (row === undefined) throw new AppError('NOT_FOUND', 'There is no such source.');
  return row;
}
