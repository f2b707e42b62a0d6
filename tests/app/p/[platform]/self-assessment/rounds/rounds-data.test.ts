import { expect, test } from 'vitest';
import { unitKey, unitName, unitsOf } from '#app/p/[platform]/self-assessment/rounds/rounds-data.ts';

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
