import { expect, test } from 'vitest';
import {
  allowedOf,
  BY_LABEL,
  emptyDraft,
  emptyQuery,
  settingsOf,
} from '#app/p/[platform]/evidence/sources/_source/draft.ts';
import { readDraft } from '#app/p/[platform]/evidence/sources/_source/read-draft.ts';
import { SOURCES } from '#server/sources/registry.ts';

const fields = SOURCES.find(({ kind }) => kind === 'prometheus')?.fields ?? [];
const query = { ...emptyQuery(0), name: 'A', query: 'up', metric: 'bypass', about: 'data', labels: 'a, b  c' };

test('what is not asked for or empty is left out, the rest has its type', () => {
  const settings = {
    address: 'https://x.example.org',
    auth: 'none',
    token: 'left over',
    backfillDays: '7',
    tenant: ' ',
  };
  expect(settingsOf({ ...emptyDraft(fields), settings, queries: [query] }, fields)).toEqual({
    address: 'https://x.example.org',
    auth: 'none',
    backfillDays: 7,
    queries: [
      {
        ...{ name: 'A', query: 'up', metric: 'bypass', step: '1d' },
        ...{ capability: 'data', capabilityLabel: null, teamLabel: null, labels: ['a', 'b', 'c'] },
      },
    ],
  });
});

test('a token is asked for where it is signed in with, and kept out where not', () => {
  const settings = { address: 'https://x.example.org', auth: 'bearer', token: 'mine' };
  expect(settingsOf({ ...emptyDraft(fields), settings }, fields)).toMatchObject({ token: 'mine' });
});

test('a kept source comes back into the form as it was given', () => {
  const label = { ...query, about: BY_LABEL, capabilityLabel: 'cap', teamLabel: 'squad' };
  const draft = { ...emptyDraft(fields), name: 'Mine', queries: [label], allowed: '10.0.0.0/8\nmetrics.internal' };
  const form = { settings: settingsOf(draft, fields), secrets: [], allowed: allowedOf(draft) };
  const source = {
    ...{ id: '1', kind: 'prometheus', name: 'Mine', state: 'active' as const, failingSince: null, running: false },
    ...{ intervalMinutes: 60, lastRunAt: null, nextRunAt: null, newest: null, failures: [], form },
  };
  expect(readDraft(source, form)).toMatchObject({
    name: 'Mine',
    interval: '60',
    queries: [{ ...label, labels: 'a, b, c' }],
    allowed: draft.allowed,
  });
});
