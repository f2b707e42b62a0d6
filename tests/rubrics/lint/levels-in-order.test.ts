import { describe, expect, test } from 'vitest';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
import { CRITERIA_FILE, plantFault, SMALL_PACK } from '#tests/support/plant-fault.ts';

const of = ({ findings }: ReturnType<typeof plantFault>) => findings.filter(({ check }) => check === 'levels-in-order');

describe('the levels of a pack', () => {
  test('are counted from 1 without a gap', () => {
    expect(lintPack(SMALL_PACK)).toEqual([]);
    const gap = plantFault('pack.yaml', '- { level: 3, key: third', '- { level: 4, key: third');
    expect(of(gap)[0]).toMatchObject({ line: 11, message: expect.stringContaining('the levels are 1, 2, 4') });
    expect(of(gap)[0]?.instead).toContain('"level: 3"');
  });

  test('that begin at 0 are refused with what to write', () => {
    const { findings } = plantFault('pack.yaml', '- { level: 1, key: first', '- { level: 0, key: first');
    expect(findings[0]).toMatchObject({ check: 'follows-schema', line: 9, message: '"level" does not fit (0)' });
    expect(findings[0]?.instead).toContain('count a scale that begins at 0 one higher');
  });

  test('leave something to reach above the floor', () => {
    expect(of(plantFault('pack.yaml', 'floor: 1', 'floor: 3'))[0]).toMatchObject({
      line: 7,
      message: 'the floor 3 is not below the default target 3, so there is no distance to cover',
    });
  });

  test('a criterion at the level that everybody has would never count', () => {
    const idle = plantFault(CRITERIA_FILE, '  role: anchor\n', '  role: required\n');
    expect(of(idle)).toHaveLength(1);
    expect(of(idle)[0]?.message).toBe(
      'INT-1.a would never count: level 1 is where every cell begins, and asks for nothing',
    );
  });
});
