import { describe, expect, test } from 'vitest';
import { gapsOf, type Views } from '#rubrics/scoring/gaps.ts';

const views = (given: Partial<Views>): Views => ({
  ...{ claimed: null, felt: null, feltCoverage: null, measured: null, measuredCoverage: null },
  ...given,
});

describe('a gap between the views of a cell', () => {
  test('is told where both rest on evidence for at least half, and they differ by a level', () => {
    const both = { felt: 1, feltCoverage: 0.5, measured: 3, measuredCoverage: 1 };
    expect(gapsOf(views(both))).toEqual([{ higher: 'measured', lower: 'felt', size: 2 }]);
    expect(gapsOf(views({ ...both, feltCoverage: 0.499999 }))).toEqual([]);
    expect(gapsOf(views({ ...both, measuredCoverage: null }))).toEqual([]);
    expect(gapsOf(views({ ...both, felt: 3 }))).toEqual([]);
  });

  test('is told of a claim against what evidence carries, half levels included', () => {
    const measured = { measured: 2, measuredCoverage: 0.8, felt: 2, feltCoverage: 0.1 };
    expect(gapsOf(views({ ...measured, claimed: 3.5 }))).toEqual([{ higher: 'claimed', lower: 'measured', size: 1.5 }]);
    expect(gapsOf(views({ ...measured, claimed: 1 }))).toEqual([{ higher: 'measured', lower: 'claimed', size: 1 }]);
    expect(gapsOf(views({ ...measured, claimed: 2.5 }))).toEqual([]);
  });

  test('is told for every two views that differ, what is felt against what is measured first', () => {
    const three = { claimed: 4, felt: 1, feltCoverage: 1, measured: 2, measuredCoverage: 1 };
    expect(gapsOf(views(three)).map(({ higher, lower }) => [higher, lower])).toEqual([
      ['measured', 'felt'],
      ['claimed', 'measured'],
      ['claimed', 'felt'],
    ]);
  });

  test('needs two views', () => {
    expect(gapsOf(views({ claimed: 4 }))).toEqual([]);
    expect(gapsOf(views({}))).toEqual([]);
  });
});
