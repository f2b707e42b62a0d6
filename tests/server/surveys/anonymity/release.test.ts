import { describe, expect, test } from 'vitest';
import type { QuestionType } from '#rubrics/question-types/question-type.ts';
import { questionTypes } from '#rubrics/question-types/registry.ts';
import { release } from '#server/surveys/anonymity/release.ts';
import type { Group } from '#server/surveys/anonymity/slices.ts';

const minimums = { scores: 5, comments: 10 };
const question = { key: 'clarity', kind: 'agreement', text: 'It is clear.', scope: 'capability' } as const;

function typeOf(kind: string): QuestionType {
  const type = questionTypes[kind];
  if (type === undefined) throw new Error(`no kind ${kind}`);
  return type;
}

const group = (id: string, parentId: string | null = null): Group => ({ id, parentId, invited: 12 });
/** answers of a team that differ among each other */
const mixed = (team: string, n: number) =>
  Array.from({ length: n }, (_, i) => ({ group: team, answer: (i % 3) * 2 + 1 }));
const same = (team: string, n: number, answer: unknown) => Array.from({ length: n }, () => ({ group: team, answer }));

function released(
  groups: Group[],
  answers: { group: string; answer: unknown }[],
  kind = 'agreement',
  asked = minimums,
) {
  const result = release({ type: typeOf(kind), question, groups, minimums: asked }, answers);
  return Object.fromEntries(result.map((slice) => [slice.group ?? 'all', slice]));
}

describe('groups below the minimum', () => {
  // worked by hand: Sales 4, Technology 9, k = 5: Sales directly, Technology because 13 − 9 = 4
  test('Sales 4, Technology 9: both teams are hidden, the total of 13 is shown', () => {
    const shown = released([group('sales'), group('technology')], [...mixed('sales', 4), ...mixed('technology', 9)]);
    expect(shown).toMatchObject({
      all: { shown: 'exact', n: 13 },
      sales: { shown: 'hidden', n: null, counts: null },
      technology: { shown: 'hidden', n: null, counts: null },
    });
  });

  test('Sales 6, Technology 9: both teams are shown', () => {
    const shown = released([group('sales'), group('technology')], [...mixed('sales', 6), ...mixed('technology', 9)]);
    expect(shown).toMatchObject({ all: { n: 15 }, sales: { n: 6 }, technology: { n: 9 } });
  });

  test('a survey with four answers shows nothing at all', () => {
    expect(released([group('sales')], mixed('sales', 4))).toMatchObject({ all: { n: null }, sales: { n: null } });
  });

  test('a cycle cannot lower the minimum below five', () => {
    const shown = released([group('sales')], mixed('sales', 4), 'agreement', { scores: 1, comments: 1 });
    expect(shown).toMatchObject({ all: { n: null } });
  });

  test('a team is hidden where its parent less the team would leave four', () => {
    const groups = [group('unit'), group('a', 'unit'), group('b', 'unit'), group('other')];
    const shown = released(groups, [...mixed('unit', 4), ...mixed('a', 7), ...mixed('b', 6), ...mixed('other', 8)]);
    // b is the smaller: without it 4 + 6 = 10 are left beside a
    expect(shown).toMatchObject({ all: { n: 25 }, unit: { n: 17 }, a: { n: 7 }, b: { n: null }, other: { n: 8 } });
  });

  test('"don’t know" and blanks count neither as answers nor towards the minimum', () => {
    const shown = released([group('sales')], [...mixed('sales', 4), ...same('sales', 3, 'dont-know')]);
    expect(shown).toMatchObject({ all: { n: null } });
  });
});

describe('unanimous groups below twice the minimum', () => {
  test('nine people in favour are stored as 90 % with n at the foot of its band', () => {
    const shown = released([group('sales')], [...same('sales', 5, 4), ...same('sales', 4, 5)]);
    // 0.9 × 5 over the options 4 and 5; 0.1 × 5 over 1, 2 and 3
    expect(shown).toMatchObject({
      all: { shown: 'banded', n: 5, counts: { 1: 0.166667, 2: 0.166667, 3: 0.166667, 4: 2.25, 5: 2.25 } },
    });
  });

  test('all but one look the same as all', () => {
    const all = released([group('sales')], same('sales', 7, 5));
    const allButOne = released([group('sales')], [...same('sales', 6, 5), ...same('sales', 1, 1)]);
    expect(allButOne.all).toEqual(all.all);
  });

  test('two who differ are enough for exact figures', () => {
    const shown = released([group('sales')], [...same('sales', 5, 5), ...same('sales', 2, 1)]);
    expect(shown).toMatchObject({ all: { shown: 'exact', n: 7, counts: { 1: 2, 5: 5 } } });
  });

  test('ten who agree are shown as they are', () => {
    expect(released([group('sales')], same('sales', 10, 5))).toMatchObject({ all: { shown: 'exact', n: 10 } });
  });

  test('points that are all the same are stored nine tenths there, one tenth in the middle', () => {
    const shown = released([group('sales')], same('sales', 6, { usefulness: 7, ease: 7 }), 'umux-lite');
    // 0.9 × 100 + 0.1 × 50 = 95; variance 0.9 × 25 + 0.1 × 2025 = 225, × 5/4 = 281.25
    expect(shown).toMatchObject({ all: { shown: 'banded', n: 5, mean: 95, sd: 16.77051 } });
  });

  test('its exact answers cannot be had by subtracting its sibling either', () => {
    const shown = released([group('a'), group('b')], [...same('a', 7, 5), ...mixed('b', 8)]);
    expect(shown).toMatchObject({ all: { n: 15 }, a: { shown: 'banded', n: 5 }, b: { shown: 'hidden', n: null } });
  });

  test('a blurred team does not uncover a small sibling', () => {
    const shown = released([group('a'), group('b')], [...same('a', 7, 5), ...same('b', 3, 1)]);
    expect(shown).toMatchObject({ all: { n: 10 }, a: { n: null }, b: { n: null } });
  });
});

test('the same answers give the same release, whatever their order', () => {
  const groups = [group('a'), group('b')];
  const answers = [...mixed('a', 6), ...mixed('b', 7)];
  expect(released(groups, [...answers].reverse())).toEqual(released(groups, answers));
});
