import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { textFor } from '#app/_messages/registry.ts';
import type { Survey } from '#app/p/[platform]/capabilities/_capability/capability-data.ts';
import { SurveyEvidence } from '#app/p/[platform]/capabilities/_capability/survey-evidence.tsx';

const leaf: Survey = {
  ...{ kind: 'survey', state: 'unknown', question: 'findable', capability: 'data', audience: 'all' },
  ...{ statistic: 'favourable', answers: null, value: null, unit: 'ratio', n: null, op: '>=', threshold: 0.7 },
  ...{ observedAt: null, ageDays: null, maxAgeDays: 200, invited: null, interval: null, floor: 0.6 },
  ...{ moreAnswers: null, cycle: null },
};
const criterion = { role: 'required', names: { findable: 'I find it.' } } as const;

const textOf = (given: Partial<Survey>) =>
  renderToStaticMarkup(<SurveyEvidence t={textFor('en')} leaf={{ ...leaf, ...given }} criterion={criterion} />)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test('a result that is hidden for anonymity says so, and is not called missing', () => {
  const released = { observedAt: '2026-11-01T00:00:00.000Z', ageDays: 21, invited: 12 };
  expect(textOf(released)).toContain('Hidden to protect those who answered');
  expect(textOf({})).toContain('No value yet');
  expect(textOf({})).not.toContain('Hidden');
});

test('an estimate is shown with its interval, its n, its age and what would decide it', () => {
  const words = textOf({
    ...{ value: 0.72, n: 18, invited: 40, observedAt: '2026-11-01T00:00:00.000Z', ageDays: 21, moreAnswers: 5 },
    interval: { low: 0.58, high: 0.83, confidence: 0.9, method: 'Wilson' },
  });
  expect(words).toContain('“I find it.”');
  expect(words).toContain('72% Favourable answers · needs at least 70%');
  expect(words).toContain('18 of 40 answered · 90% sure between 58% and 83%');
  expect(words).toContain('5 more answers like these would decide it');
});
