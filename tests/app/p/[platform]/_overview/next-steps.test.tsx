import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { textFor } from '#app/_messages/registry.ts';
import { NextSteps } from '#app/p/[platform]/_overview/next-steps.tsx';
import type { Insights } from '#app/p/[platform]/_overview/overview-data.ts';

type Step = Insights['steps'][number];

const step = (given: Partial<Step>): Step => ({
  ...{ criterion: 'ADO-1.a', aspect: 'adoption', inherited: false, capabilities: ['data'], role: 'anchor' },
  ...{ known: true, gain: 0, cells: 0, holds: 2, others: 0, effort: null },
  ...given,
});

function wordsOf(given: Partial<Step>): string {
  const direction = { points: 0, needed: 5, p: null, exact: true, slope: null, direction: 'too_few' } as const;
  const insights: Insights = { moved: null, steps: [step(given)], breaks: [], direction, claims: {} };
  return renderToStaticMarkup(
    <NextSteps t={textFor('en')} platform="payments" scorecard={{ rows: [] }} insights={insights} />,
  );
}

test('a step says what it opens alone, what it opens with others, or where it is needed', () => {
  expect(wordsOf({ gain: 0.041, cells: 3 })).toContain('+4.1 points in 3 cells');
  expect(wordsOf({ others: 2 })).toContain('opens 2 cells together with 2 other criteria');
  expect(wordsOf({})).toContain('needed in 2 cells');
});
