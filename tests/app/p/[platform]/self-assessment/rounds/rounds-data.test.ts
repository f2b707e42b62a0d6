import { expect, test } from 'vitest';
import { stepsOf, unitKey, unitName, unitsOf } from '#app/p/[platform]/self-assessment/rounds/rounds-data.ts';

const aspects = [
  { key: 'interfaces', name: 'Interfaces', question: 'How?', steps: [] },
  { key: 'adoption', name: 'Adoption', question: 'Why?', steps: [] },
];
const round = {
  aspects,
  places: [
    { capability: null, name: null },
    { capability: 'data', name: 'Databases' },
  ],
};

test('everything is rated of the platform first and then of each capability', () => {
  expect(unitsOf(round).map(unitKey)).toEqual(['/interfaces', '/adoption', 'data/interfaces', 'data/adoption']);
  expect(unitsOf(round).map((unit) => unitName(round, unit))).toEqual([
    'Interfaces',
    'Adoption',
    'Databases · Interfaces',
    'Databases · Adoption',
  ]);
});

test('between two levels lies one step', () => {
  expect(stepsOf([{ level: 1 }, { level: 2 }, { level: 3 }])).toEqual([1, 1.5, 2, 2.5, 3]);
});
