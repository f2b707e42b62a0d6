import { z } from 'zod';
import { findSource, type SourceRow } from '#db/queries/sources.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context, Role } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { SOURCES } from '../sources/registry.ts';
import type { OpenSource, Source } from '../sources/source.ts';
import { secretNames } from '../sources/source-fields.ts';
import { unsealSecrets } from './seal-secrets.ts';

type Wanted = { platform: string; source: string };

/** A source of a platform, for somebody with at least `role` there. */
export async function requireSource(
  ctx: Context,
  { platform: key, source }: Wanted,
  role: Role,
  scope: string,
): Promise<{ platform: Platform; row: SourceRow }> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, role, scope);
  const row = await findSource(ctx.db, platform.id, source);
  if (row === undefined) throw new AppError('NOT_FOUND', 'There is no such source.');
  return { platform, row };
}

export function sourceOfKind(kind: string): Source {
  const source = SOURCES.find((one) => one.kind === kind);
  if (source === undefined) throw new AppError('BAD_REQUEST', `There is no kind of source "${kind}".`);
  return source;
}

const settingsSchema = z.record(z.string(), z.unknown());
const allowedSchema = z.array(z.string());
const progressSchema = z.record(z.string(), z.number());

/** Settings as they are kept: everything but the secrets. */
export const settingsOf = ({ settings }: SourceRow) => settingsSchema.parse(JSON.parse(settings));
export const allowedOf = ({ allowed }: SourceRow) => allowedSchema.parse(JSON.parse(allowed));
export const progressOf = ({ progress }: SourceRow) => progressSchema.parse(JSON.parse(progress));

/** Which secrets are kept; null where SECRET has changed and they cannot be read any more. */
export function secretsOf({ secret }: Pick<Context, 'secret'>, row: SourceRow): Record<string, string> | null {
  try {
    return unsealSecrets(secret, row.id, row.secrets);
  } catch {
    return null;
  }
}

/** What a kept source asks and whom, also where its secrets cannot be read. */
export function openWithoutSecrets(row: SourceRow): OpenSource {
  const source = sourceOfKind(row.kind);
  const blanks = secretNames(source.fields).map((name) => [name, '-'] as const);
  return source.open({ ...settingsOf(row), ...Object.fromEntries(blanks) });
}

/** A kept source, ready to be asked. Throws an AppError that says what is missing. */
export function openKept(ctx: Pick<Context, 'secret'>, row: SourceRow): OpenSource {
  const secrets = secretsOf(ctx, row);
  if (secrets === null) {
    throw new AppError(
      'CONFLICT',
      'Its token or password cannot be read any more, because SECRET has changed. Enter it again.',
    );
  }
  return sourceOfKind(row.kind).open({ ...settingsOf(row), ...secrets });
}
