import { z } from 'zod';
import type { SourceRow } from '#db/queries/sources.ts';
import { nameField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Catalogue } from '../evidence/check-samples.ts';
import { allowanceField } from '../outbound/allowance.ts';
import type { OpenSource, SourcePart } from '../sources/source.ts';
import { secretNames } from '../sources/source-fields.ts';
import { mayAllow } from './allows.ts';
import { allowedOf, openWithoutSecrets, secretsOf, sourceOfKind } from './kept-source.ts';

/** How often a source is asked, in minutes. */
export const INTERVALS = [15, 60, 360, 1440] as const;

/** What is given of a source to check or to save it. */
export const givenSourceFields = {
  kind: z.string().max(40),
  settings: z
    .record(z.string(), z.unknown())
    .describe('As its kind asks for. A secret that is left out stays as it is.'),
  allowed: allowanceField
    .optional()
    .describe('Addresses inside the network that it may reach: an administrator of the deployment gives them.'),
};
export const sourceNameField = nameField;

type Given = { kind: string; settings: Record<string, unknown>; allowed?: string[] | undefined };
export type GivenSource = {
  open: OpenSource;
  allowed: string[];
  /** what is kept in the open, and what is sealed */
  settings: Record<string, unknown>;
  secrets: Record<string, string>;
};

/**
 * Settings as somebody gave them, completed by the secrets that are kept already. These go to the server for which they were
 * given and to no other; and only an administrator of the deployment opens ways into the network.
 */
export function readGivenSource(ctx: Context, given: Given, row: SourceRow | null): GivenSource {
  const source = sourceOfKind(given.kind);
  if (row !== null && row.kind !== given.kind) throw new AppError('BAD_REQUEST', 'The kind of a source cannot change.');
  const names = secretNames(source.fields);
  const kept = row === null ? {} : (secretsOf(ctx, row) ?? {});
  const entered = Object.fromEntries(Object.entries(given.settings).filter(([, value]) => value !== ''));
  const carried = names.filter((name) => entered[name] === undefined && kept[name] !== undefined);
  const merged = { ...entered, ...Object.fromEntries(carried.map((name) => [name, kept[name]])) };
  const parsed = z.record(z.string(), z.unknown()).parse(source.schema.parse(merged));
  const open = source.open(merged);
  const moved = row !== null && openWithoutSecrets(row).origin !== open.origin;
  if (moved && carried.length > 0) {
    throw new AppError('BAD_REQUEST', 'The address leads to another server now. Enter the token or password again.');
  }
  const allowed = allowedNow(ctx, { wanted: given.allowed, row, moved });
  const secrets = names.flatMap((name) => (typeof parsed[name] === 'string' ? [[name, parsed[name]] as const] : []));
  const settings = Object.fromEntries(Object.entries(parsed).filter(([name]) => !names.includes(name)));
  return { open, allowed, settings, secrets: Object.fromEntries(secrets) };
}

type Allowance = { wanted: string[] | undefined; row: SourceRow | null; moved: boolean };

function allowedNow(ctx: Context, { wanted, row, moved }: Allowance): string[] {
  const before = row === null ? [] : allowedOf(row);
  const now = wanted ?? before;
  const changed = JSON.stringify(now) !== JSON.stringify(before);
  if (!changed && !(moved && now.length > 0)) return now;
  if (mayAllow(ctx)) return now;
  throw new AppError(
    'FORBIDDEN',
    changed
      ? 'Only an administrator of the deployment allows addresses inside the network.'
      : 'An administrator allowed this source to reach inside the network. Only an administrator points it elsewhere.',
  );
}

/** Refuses queries whose values could never be taken in. */
export function refuseUnusable(parts: readonly SourcePart[], catalogue: Catalogue): void {
  for (const part of parts) {
    const problem = problemOf(part, catalogue);
    if (problem !== null) throw new AppError('BAD_REQUEST', `"${part.name}": ${problem}`);
  }
}

function problemOf({ metric: key, capability, namesCapability }: SourcePart, catalogue: Catalogue): string | null {
  const metric = catalogue.metrics.get(key);
  if (metric === undefined) return `"${key}" is not in the metric catalogue of this platform.`;
  const about = capability !== null || namesCapability;
  if (metric.scope === 'capability' && !about) return `"${key}" needs a capability, or the label that names it.`;
  if (metric.scope === 'platform' && about) return `"${key}" is about the platform as a whole; choose no capability.`;
  if (capability === null) return null;
  const state = catalogue.capabilities.get(capability);
  if (state === undefined) return `this platform has no capability "${capability}".`;
  return state === 'archived' ? `the capability "${capability}" is archived.` : null;
}
