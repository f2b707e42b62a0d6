import { z } from 'zod';
import type { TrackerRow } from '#db/queries/trackers.ts';
import { nameField } from '../catalogue/fields.ts';
import { mayAllow } from '../collection/allows.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { allowanceField } from '../outbound/allowance.ts';
import { secretNames } from '../sources/source-fields.ts';
import type { OpenTracker } from '../trackers/tracker.ts';
import { allowedOf, openWithoutSecrets, secretsOf, trackerOfKind } from './kept-tracker.ts';

/** How often a tracker is asked what changed, in minutes. What changes here is written within seconds. */
export const INTERVALS = [5, 15, 60, 360] as const;

/** What is given of a tracker to check or to save it. */
export const givenTrackerFields = {
  kind: z.string().max(40),
  settings: z
    .record(z.string(), z.unknown())
    .describe('As its kind asks for. A secret that is left out stays as it is.'),
  allowed: allowanceField
    .optional()
    .describe('Addresses inside the network that it may reach: an administrator of the deployment gives them.'),
};
export const trackerNameField = nameField;

type Given = { kind: string; settings: Record<string, unknown>; allowed?: string[] | undefined };
export type GivenTracker = {
  open: OpenTracker;
  allowed: string[];
  /** what is kept in the open, and what is sealed */
  settings: Record<string, unknown>;
  secrets: Record<string, string>;
};

/**
 * Settings as somebody gave them, completed by the secrets that are kept already. These go to the server for which they were
 * given and to no other; and only an administrator of the deployment opens ways into the network.
 */
export function readGivenTracker(ctx: Context, given: Given, row: TrackerRow | null): GivenTracker {
  const tracker = trackerOfKind(given.kind);
  if (row !== null && row.kind !== given.kind)
    throw new AppError('BAD_REQUEST', 'The kind of a tracker cannot change.');
  const names = secretNames(tracker.fields);
  const kept = row === null ? {} : (secretsOf(ctx, row) ?? {});
  const entered = Object.fromEntries(Object.entries(given.settings).filter(([, value]) => value !== ''));
  const carried = names.filter((name) => entered[name] === undefined && kept[name] !== undefined);
  const merged = { ...entered, ...Object.fromEntries(carried.map((name) => [name, kept[name]])) };
  const parsed = z.record(z.string(), z.unknown()).parse(tracker.schema.parse(merged));
  const open = tracker.open(merged);
  const moved = row !== null && openWithoutSecrets(row).origin !== open.origin;
  if (moved && carried.length > 0) {
    throw new AppError('BAD_REQUEST', 'The address leads to another server now. Enter the token again.');
  }
  return {
    open,
    allowed: allowedNow(ctx, { wanted: given.allowed, row, moved }),
    settings: Object.fromEntries(Object.entries(parsed).filter(([name]) => !names.includes(name))),
    secrets: Object.fromEntries(names.map((name) => [name, z.string().parse(parsed[name])])),
  };
}

type Allowance = { wanted: string[] | undefined; row: TrackerRow | null; moved: boolean };

function allowedNow(ctx: Context, { wanted, row, moved }: Allowance): string[] {
  const before = row === null ? [] : allowedOf(row);
  const now = wanted ?? before;
  const changed = JSON.stringify(now) !== JSON.stringify(before);
  if ((!changed && !(moved && now.length > 0)) || mayAllow(ctx)) return now;
  throw new AppError(
    'FORBIDDEN',
    changed
      ? 'Only an administrator of the deployment allows addresses inside the network.'
      : 'An administrator allowed this tracker to reach inside the network. Only an administrator points it elsewhere.',
  );
}
