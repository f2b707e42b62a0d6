import { expect, test } from 'vitest';
import {
  allowedOf,
  emptyDraft,
  fieldsOf,
  readDraft,
  settingsOf,
} from '#app/p/[platform]/settings/trackers/_tracker/draft.ts';
import { TRACKERS } from '#server/trackers/registry.ts';

const kinds = TRACKERS.map(({ kind, fields, direction }) => ({ kind, fields, direction }));
const form = { kinds, intervals: [5, 15] as (5 | 15 | 60 | 360)[], mayAllow: true };

test('a new form begins with what its first kind suggests, and sends only what was given', () => {
  const draft = emptyDraft(form);
  expect(draft).toMatchObject({ kind: 'github', interval: '15', settings: { address: 'https://api.github.com' } });
  const filled = { ...draft, settings: { ...draft.settings, repository: 'acme/platform', certificate: ' ' } };
  expect(settingsOf(filled, fieldsOf(form, 'github'))).toEqual({
    address: 'https://api.github.com',
    repository: 'acme/platform',
    labels: 'plumbline',
  });
});

test('addresses are told apart by spaces, commas and lines', () => {
  expect(allowedOf({ ...emptyDraft(form), allowed: 'git.example.org, 10.0.0.0/8\n10.1.1.1' })).toEqual([
    'git.example.org',
    '10.0.0.0/8',
    '10.1.1.1',
  ]);
});

test('a kept tracker is shown as it is set, without its secrets', () => {
  const kept = { settings: { project: 'acme/platform' }, secrets: ['token'], allowed: ['10.0.0.1'] };
  const draft = readDraft({ ...summary, form: kept, troubled: [] }, kept);
  expect(draft).toEqual({
    ...{ kind: 'gitlab', name: 'Issues', interval: '60', allowed: '10.0.0.1' },
    settings: { project: 'acme/platform' },
  });
});

const summary = {
  id: '1',
  kind: 'gitlab',
  name: 'Issues',
  place: 'acme/platform',
  direction: 'both',
  state: 'active',
  intervalMinutes: 60,
  running: false,
  lastRunAt: null,
  nextRunAt: null,
  holdUntil: null,
  error: null,
  errorSince: null,
  linked: 0,
  queued: 0,
  broken: 0,
} as const;
