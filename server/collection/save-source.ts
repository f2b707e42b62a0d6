import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { endFailures, listOpenFailures } from '#db/queries/source-failures.ts';
import { findSource, insertSource, listSources, type SourceRow, saveSourceRow } from '#db/queries/sources.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { loadCatalogue } from '../evidence/load-catalogues.ts';
import { idField } from '../people/fields.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import {
  type GivenSource,
  givenSourceFields,
  INTERVALS,
  readGivenSource,
  refuseUnusable,
  sourceNameField,
} from './given-source.ts';
import { allowedOf, settingsOf } from './kept-source.ts';
import { placeOf } from './place-of.ts';
import { sealSecrets } from './seal-secrets.ts';

export const saveSourceInput = z.strictObject({
  platform: keyField,
  /** left out: a new one */
  source: idField.optional(),
  name: sourceNameField,
  intervalMinutes: z.literal(INTERVALS).default(60).describe('How often it is asked.'),
  ...givenSourceFields,
});
type Input = z.output<typeof saveSourceInput>;

const MOST_SOURCES = 100;

/** Adds a source or changes one. It is asked at once, and then at its interval. */
export async function saveSource(ctx: Context, input: Input) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'sources:write');
  const row = input.source === undefined ? await roomFor(ctx, platform) : await existing(ctx, platform, input.source);
  const given = readGivenSource(ctx, input, row);
  refuseUnusable(given.open.parts, await loadCatalogue(ctx, platform));
  const id = row?.id ?? randomUUID();
  const nowMs = ctx.now().getTime();
  const values = {
    name: input.name,
    settings: JSON.stringify(given.settings),
    secrets: sealSecrets(ctx.secret, id, given.secrets),
    allowed: JSON.stringify(given.allowed),
    intervalMinutes: input.intervalMinutes,
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
      detail: { id, kind: input.kind, ...detailOf(input, given, row) },
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

/** What an entry of the audit log tells: which settings changed, never a secret. */
function detailOf(input: Input, { open, allowed, settings, secrets }: GivenSource, row: SourceRow | null) {
  const before = row === null ? {} : settingsOf(row);
  const changed = Object.keys(settings).filter(
    (name) => JSON.stringify(settings[name]) !== JSON.stringify(before[name]),
  );
  const entered = Object.keys(secrets).filter(
    (name) => input.settings[name] !== undefined && input.settings[name] !== '',
  );
  const allowedChanged = row === null ? allowed.length > 0 : JSON.stringify(allowedOf(row)) !== JSON.stringify(allowed);
  return {
    server: open.origin,
    changed: [...changed, ...entered],
    intervalMinutes: input.intervalMinutes,
    ...(allowedChanged ? { allowed } : {}),
  };
}
