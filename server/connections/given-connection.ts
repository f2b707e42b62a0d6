import { z } from 'zod';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { allowanceField } from '../outbound/allowance.ts';
import type { Connected } from './connection.ts';
import {
  allowedOf,
  type ConnectionRow,
  type Connections,
  kindOf,
  openWithoutSecrets,
  secretsOf,
  settingsOf,
} from './kept-connection.ts';
import { mayAllow } from './may-allow.ts';
import { sealSecrets } from './seal-secrets.ts';
import { secretNames } from './setting-fields.ts';

/** What is given of a source or a tracker to check or to save it. */
export const givenFields = {
  kind: z.string().max(40),
  settings: z
    .record(z.string(), z.unknown())
    .describe('As its kind asks for. A secret that is left out stays as it is.'),
  allowed: allowanceField
    .optional()
    .describe('Addresses inside the network that it may reach: an administrator of the deployment gives them.'),
};

type Given = { kind: string; settings: Record<string, unknown>; allowed?: string[] | undefined };
export type GivenConnection<Open extends Connected> = {
  open: Open;
  allowed: string[];
  /** what is kept in the open, and what is sealed */
  settings: Record<string, unknown>;
  secrets: Record<string, string>;
};

const enteredOf = ({ settings }: Given) =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== '' && value !== undefined));
const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

/**
 * Settings as somebody gave them, completed by the secrets that are kept already. These go to the server for which they were
 * given and to no other; and only an administrator of the deployment opens ways into the network.
 */
export function readGiven<Open extends Connected>(
  ctx: Context,
  connections: Connections<Open>,
  { given, row }: { given: Given; row: ConnectionRow | null },
): GivenConnection<Open> {
  const { noun, secret } = connections;
  const kind = kindOf(connections, given.kind);
  if (row !== null && row.kind !== given.kind)
    throw new AppError('BAD_REQUEST', `The kind of a ${noun} cannot change.`);
  const names = secretNames(kind.fields);
  const kept = row === null ? {} : (secretsOf(ctx, row) ?? {});
  const entered = enteredOf(given);
  const carried = names.filter((name) => entered[name] === undefined && kept[name] !== undefined);
  const merged = { ...entered, ...Object.fromEntries(carried.map((name) => [name, kept[name]])) };
  const parsed = z.record(z.string(), z.unknown()).parse(kind.schema.parse(merged));
  const open = kind.open(merged);
  const before = row === null ? open : openWithoutSecrets(connections, row);
  const moved = before.origin !== open.origin;
  if (moved && carried.length > 0) {
    throw new AppError('BAD_REQUEST', `The address leads to another server now. Enter the ${secret} again.`);
  }
  if (before.place !== open.place && carried.length > 0) {
    throw new AppError('BAD_REQUEST', `The ${secret} was given for ${before.place}. Enter it again for ${open.place}.`);
  }
  const allowed = allowedNow(ctx, { noun, wanted: given.allowed, row, moved });
  const secrets = names.flatMap((name) => (typeof parsed[name] === 'string' ? [[name, parsed[name]] as const] : []));
  const settings = Object.fromEntries(Object.entries(parsed).filter(([name]) => !names.includes(name)));
  return { open, allowed, settings, secrets: Object.fromEntries(secrets) };
}

type Allowance = { noun: string; wanted: string[] | undefined; row: ConnectionRow | null; moved: boolean };

function allowedNow(ctx: Context, { noun, wanted, row, moved }: Allowance): string[] {
  const before = row === null ? [] : allowedOf(row);
  const now = wanted ?? before;
  const changed = differ(now, before);
  if ((!changed && !(moved && now.length > 0)) || mayAllow(ctx)) return now;
  throw new AppError(
    'FORBIDDEN',
    changed
      ? 'Only an administrator of the deployment allows addresses inside the network.'
      : `An administrator allowed this ${noun} to reach inside the network. Only an administrator points it elsewhere.`,
  );
}

/** What was given as it is kept under an id: in the open, and sealed. */
export const keptAs = <Open extends Connected>(ctx: Context, id: string, given: GivenConnection<Open>) => ({
  settings: JSON.stringify(given.settings),
  secrets: sealSecrets(ctx.secret, id, given.secrets),
  allowed: JSON.stringify(given.allowed),
});

type Change<Open extends Connected> = { given: Given; read: GivenConnection<Open>; row: ConnectionRow | null };

/** What an entry of the audit log tells of a change: which settings are others now, never a secret. */
export function describeChange<Open extends Connected>({ given, read, row }: Change<Open>) {
  const { open, allowed, settings, secrets } = read;
  const before = row === null ? {} : settingsOf(row);
  const changed = Object.keys(settings).filter((name) => differ(settings[name], before[name]));
  const entered = enteredOf(given);
  const renewed = Object.keys(secrets).filter((name) => entered[name] !== undefined);
  const allowedChanged = differ(allowed, row === null ? [] : allowedOf(row));
  return { server: open.origin, changed: [...changed, ...renewed], ...(allowedChanged ? { allowed } : {}) };
}
