// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { forgetDraft, keepDraft, readDraft } from '#app/s/[token]/draft.ts';

const TOKEN = 'AbCdEfGhIjKlMnOpQrStUv';

beforeEach(() => localStorage.clear());

test('what is filled in is kept in the browser, under a name from which the link cannot be had', () => {
  keepDraft(TOKEN, { step: 2, values: { 'data/clarity': 4, '/open-comment': 'slow', 'data/usability': { ease: 5 } } });
  expect(readDraft(TOKEN)).toEqual({
    step: 2,
    values: { 'data/clarity': 4, '/open-comment': 'slow', 'data/usability': { ease: 5 } },
  });
  expect(JSON.stringify({ ...localStorage })).not.toContain(TOKEN);
});

test('after sending nothing of the answer is left, only that there was one', () => {
  keepDraft(TOKEN, { step: 2, values: { 'data/clarity': 4 } });
  keepDraft(TOKEN, { done: true });
  expect(readDraft(TOKEN)).toEqual({ done: true });
  expect(JSON.stringify({ ...localStorage })).not.toContain('clarity');
});

test('a draft can be deleted, and what somebody else stored there is no draft', () => {
  keepDraft(TOKEN, { step: 2, values: {} });
  forgetDraft(TOKEN);
  expect(readDraft(TOKEN)).toBeNull();
  keepDraft(TOKEN, { step: 2, values: {} });
  localStorage.setItem(localStorage.key(0) ?? '', '{"step":"x"}');
  expect(readDraft(TOKEN)).toBeNull();
});
