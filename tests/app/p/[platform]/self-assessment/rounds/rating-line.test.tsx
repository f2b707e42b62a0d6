// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { RatingLine } from '#app/p/[platform]/self-assessment/rounds/[round]/rating-line.tsx';

afterEach(cleanup);

const levels = [1, 2, 3, 4].map((level) => ({ level, name: `Level ${level}` }));
const facts = {
  ...{ aspect: 'interfaces', capability: null, given: 3, dontKnow: 1, low: 1, high: 3, median: 3, spread: 2 },
  ...{ discuss: true, sides: null, mayAgree: false, consensus: [] },
};
const rated = (rating: number | null, person: string) => ({ person, name: person, side: null, rating, evidence: null });

test('like ratings stand on each other, and who does not know stands nowhere', () => {
  const ratings = [rated(1, 'ada'), rated(3, 'ben'), rated(3, 'cleo'), rated(null, 'dora')];
  const { container } = render(<RatingLine levels={levels} unit={{ ...facts, ratings }} />);
  const dots = [...container.querySelectorAll('circle')].map((dot) => [dot.getAttribute('cx'), dot.getAttribute('cy')]);
  // the line runs from 12 to 156: level 1 at 12, level 3 two thirds on at 108; a dot is 9 high
  expect(dots).toEqual([
    ['12', '28'],
    ['108', '28'],
    ['108', '19'],
  ]);
});

test('without names only the range is drawn', () => {
  const { container } = render(<RatingLine levels={levels} unit={{ ...facts, ratings: null }} />);
  expect(container.querySelectorAll('circle')).toHaveLength(0);
  expect(container.querySelector('path[class*="stroke-level-2"]')?.getAttribute('d')).toBe('M12 28H108');
});
