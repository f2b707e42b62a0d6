import { z } from 'zod';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Connected, ConnectionKind } from './connection.ts';
import { unsealSecrets } from './seal-secrets.ts';
import { secretNames } from './setting-fields.ts';

/** The kinds of one sort of connection, and the words for it and its secrets in sentences. */
export type Connections<Open extends Connected> = {
  noun: string;
  secret: string;
  kinds: readonly ConnectionKind<Open>[];
};
/** What is kept of a connection, whatever its sort. */
export type ConnectionRow = { id: string; kind: string; settings: string; secrets: string | null; allowed: string };

type Named<Kind> = { noun: string; kinds: readonly Kind[] };

export function kindOf<Kind extends { kind: string }>({ noun, kinds }: Named<Kind>, kind: string): Kind {
  const found = kinds.find((one) => one.kind === kind);
  if (found === undefined) throw new AppError('BAD_REQUEST', `There is no kind of ${noun} "${kind}".`);
  return found;
}

const settingsSchema = z.record(z.string(), z.unknown());
const allowedSchema = z.array(z.string());

/** Settings as they are kept: everything but the secrets. */
export const settingsOf = ({ settings }: ConnectionRow) => settingsSchema.parse(JSON.parse(settings));
export const allowedOf = ({ allowed }: ConnectionRow) => allowedSchema.parse(JSON.parse(allowed));

/** Which secrets are kept; null where SECRET has changed and they cannot be read any more. */
export function secretsOf({ secret }: Pick<Context, 'secret'>, row: ConnectionRow): Record<string, string> | null {
  try {
    return unsealSecrets(secret, row.id, row.secrets);
  } catch {
    return null;
  }
}

export const formSchema = z
  .strictObject({
    settings: z.record(z.string(), z.unknown()),
    secrets: z.array(z.string()).describe('which secrets are kept; they are never given back'),
    allowed: z.array(z.string()),
  })
  .nullable()
  .describe('for editors');

/** How a connection is set, for those who may change it. */
export const formOf = (ctx: Context, row: ConnectionRow): z.infer<typeof formSchema> => ({
  settings: settingsOf(row),
  secrets: Object.keys(secretsOf(ctx, row) ?? {}),
  allowed: allowedOf(row),
});

/** What is kept leads to, also where its secrets cannot be read. */
export function openWithoutSecrets<Open extends Connected>(connections: Connections<Open>, row: ConnectionRow): Open {
  const kind = kindOf(connections, row.kind);
  const blanks = secretNames(kind.fields).map((name) => [name, '-'] as const);
  return kind.open({ ...settingsOf(row), ...Object.fromEntries(blanks) });
}

/** What is kept, ready to be called. Throws an AppError where its secrets cannot be read. */
export function openKept<Open extends Connected>(
  ctx: Pick<Context, 'secret'>,
  connections: Connections<Open>,
  row: ConnectionRow,
): Open {
  const secrets = secretsOf(ctx, row);
  if (secrets === null) {
    const what = `Its ${connections.secret} cannot be read any more, because SECRET has changed.`;
    throw new AppError('CONFLICT', `${what} Enter it again.`);
  }
  return kindOf(connections, row.kind).open({ ...settingsOf(row), ...secrets });
}
