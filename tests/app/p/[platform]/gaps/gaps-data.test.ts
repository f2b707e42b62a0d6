import { expect, test } from 'vitest';
import {
  actionOf,
  findingsOf,
  type GapCell,
  groupFindings,
  isPair,
  pointsOf,
} from '#app/p/[platform]/gaps/gaps-data.ts';
import { VIEWS, type View } from '#rubrics/scoring/gaps.ts';

const cell = (given: Partial<GapCell>): GapCell => ({
  ...{ capability: 'data', capabilityName: 'Data', aspect: 'interfaces', level: 2, gaps: [] },
  ...{ claimed: 3.5, felt: 1, feltCoverage: 1, measured: 3, measuredCoverage: 1 },
  ...given,
});
const nameOf = ({ capability }: GapCell) => capability;

test('cells at one place make one point, thin evidence apart, the furthest from even first', () => {
  const cells = [
    cell({ capability: 'even', felt: 3 }),
    cell({ capability: 'a' }),
    cell({ capability: 'b' }),
    cell({ capability: 'thin', feltCoverage: 0.2 }),
    cell({ capability: 'silent', felt: null }),
  ];
  expect(pointsOf(cells, 'felt-measured', nameOf)).toEqual([
    { x: 3, y: 1, isCarried: true, cells: ['a', 'b'] },
    { x: 3, y: 1, isCarried: false, cells: ['thin'] },
    { x: 3, y: 3, isCarried: true, cells: ['even'] },
  ]);
  // a claim needs no evidence to be one
  expect(pointsOf(cells, 'claimed-measured', nameOf)).toHaveLength(1);
});

test('the gaps between two views come without those of others, the widest first', () => {
  const gap = (higher: View, lower: View, size: number) => ({ higher, lower, size });
  const cells = [
    cell({ capability: 'a', gaps: [gap('measured', 'felt', 1), gap('claimed', 'felt', 2.5)] }),
    cell({ capability: 'b', gaps: [gap('felt', 'measured', 2)] }),
  ];
  expect(findingsOf(cells, 'felt-measured').map((one) => one.cell.capability)).toEqual(['b', 'a']);
  expect(findingsOf(cells, 'claimed-felt')).toEqual([{ cell: cells[0], gap: gap('claimed', 'felt', 2.5) }]);
  expect(findingsOf(cells, 'claimed-measured')).toEqual([]);
});

test('every gap has a sentence of its own, and a view none with itself', () => {
  const gaps = VIEWS.flatMap((higher) => VIEWS.map((lower) => ({ cell: cell({}), gap: { higher, lower, size: 1 } })));
  const groups = groupFindings(gaps);
  expect(new Set(groups.map(({ sentence }) => sentence)).size).toBe(6);
  expect(groups.map(({ findings }) => findings.length)).toEqual([1, 1, 1, 1, 1, 1]);
});

test('what says the same of several cells is said once, the widest gap first', () => {
  const gap = (higher: View, lower: View, size: number, capability: string) => ({
    ...{ cell: cell({ capability }), gap: { higher, lower, size } },
  });
  const found = [gap('felt', 'measured', 2, 'a'), gap('measured', 'felt', 1.5, 'b'), gap('felt', 'measured', 1, 'c')];
  expect(
    groupFindings(found).map(({ sentence, lower, findings }) => [
      sentence,
      lower,
      findings.map((one) => one.cell.capability),
    ]),
  ).toEqual([
    ['felt-measured', 'measured', ['a', 'c']],
    ['measured-felt', 'felt', ['b']],
  ]);
});

test('a gap leads to where something can be done about it', () => {
  expect(actionOf('payments', 'felt')).toBe('/p/payments/surveys');
  expect(actionOf('payments', 'claimed')).toBe('/p/payments/self-assessment');
  expect(actionOf('payments', 'measured')).toBeNull();
});

test('an address names a pair or nothing', () => {
  expect([isPair('claimed-felt'), isPair('toString'), isPair(undefined)]).toEqual([true, false, false]);
});
