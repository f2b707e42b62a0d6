import { expect, test } from 'vitest';
import { textFor } from '#app/_messages/registry.ts';
import type { OpenCampaign } from '#app/p/[platform]/backlog/campaigns/_campaign/campaign-data.ts';
import {
  besideWords,
  outlookWords,
  progressWords,
} from '#app/p/[platform]/backlog/campaigns/_campaign/campaign-words.ts';

const t = textFor('en');
const progress = { of: 26, reached: 12, missed: 10, open: 4, outside: 0, gone: 1 };

function open(given: Partial<OpenCampaign['campaign']>, forecast: OpenCampaign['forecast']): OpenCampaign {
  return {
    platform: { key: 'payments', name: 'Payments', timeZone: 'UTC' },
    now: '2026-11-22T12:00:00.000Z',
    campaign: {
      ...{ id: 'one', name: 'Two maintainers', notes: '', state: 'running', dueOn: '2026-12-31', version: 1 },
      ...{ createdBy: 'Erin', createdAt: '2026-11-01T12:00:00.000Z', startedAt: '2026-11-01T12:00:00.000Z' },
      ...{ endedAt: null, endedBy: null, late: false, progress, rights: { change: false, moves: [] } },
      ...given,
    },
    ...{ aspects: [], places: [], owners: [], days: [], improvements: [], forecast },
  };
}

test('the count says what is met of what is in force; the rest stands beside it', () => {
  expect(progressWords(t, progress, true)).toBe('12 of 26 met by evidence');
  expect(besideWords(t, progress)).toBe('4 not known yet · 1 no longer in the rubric');
  expect(progressWords(t, { ...progress, of: 0, reached: 0 })).toBe('Nothing in force');
});

test('the outlook is a day where the pace says one, else why there is none', () => {
  const expected = { verdict: 'expected' as const, endsOn: '2026-12-20', perWeek: 3.5 };
  expect(outlookWords(t, open({}, expected))).toMatch(/3\.5 a week.* through on Dec 20, 2026\.$/);
  expect(outlookWords(t, open({ dueOn: '2026-12-01' }, expected))).toContain('after it is due');
  expect(outlookWords(t, open({}, { verdict: 'too_few', points: 3, needed: 5 }))).toContain('there are 3');
  expect(outlookWords(t, open({ state: 'planned' }, null))).toBeNull();
});

test('what has ended says how', () => {
  const endedAt = '2026-11-20T12:00:00.000Z';
  expect(outlookWords(t, open({ state: 'ended', endedAt, endedBy: 'evidence' }, null))).toContain(
    'by itself on Nov 20',
  );
  expect(outlookWords(t, open({ state: 'ended', endedAt, endedBy: 'person' }, null))).toContain('by hand');
});
