import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreement } from '#rubrics/question-types/agreement.ts';
import { singleChoice } from '#rubrics/question-types/single-choice.ts';
import { bandOf, participation } from '#server/surveys/anonymity/participation.ts';
import { placeAnswers, placeComments } from '#server/surveys/anonymity/place-answers.ts';
import { release } from '#server/surveys/anonymity/release.ts';
import type { Group } from '#server/surveys/anonymity/slices.ts';

/** An attacker who has everything published, knows the rule, the organisation, and which teams gave no answer at all. */
const minimums = { scores: 5, comments: 10 };
const K = 5;
const agree = { key: 'q', kind: 'agreement', text: 'Clear.', scope: 'capability' } as const;
const choice = {
  ...agree,
  kind: 'single-choice',
  options: ['saves-time', 'required', 'other'].map((key) => ({ key, text: key })),
};

/** Up to seven teams in a random hierarchy, each with up to fourteen answers, often unanimous. */
const organisation = fc
  .array(
    fc.record({
      above: fc.nat(),
      size: fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 6 })),
      lean: fc.oneof(fc.constant(1), fc.constant(0.85), fc.constant(0.5)),
      seeds: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 14, maxLength: 14 }),
      common: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((teams) => {
    const groups: Group[] = teams.map(({ above, size }, i) => {
      const parent = above % (i + 1);
      return { id: `t${i}`, parentId: parent === i ? null : `t${parent}`, invited: size + (above % 5) };
    });
    const answers = teams.flatMap(({ size, lean, seeds, common }, i) =>
      seeds.slice(0, size).map((seed) => ({
        group: `t${i}`,
        answer: seed < lean ? common : 1 + Math.floor(((seed - lean) / (1 - lean)) * 5),
      })),
    );
    return { groups, answers };
  });

const isBelow = (groups: Group[], id: string | null, top: string | null): boolean =>
  id === top || (id !== null && isBelow(groups, groups.find((group) => group.id === id)?.parentId ?? null, top));

/** Which of the answering teams a published slice covers, as a vector. */
const coverage = (groups: Group[], cells: string[], slice: string | null) =>
  cells.map((cell) => (isBelow(groups, cell, slice) ? 1 : 0));

/** Whether a set of teams follows from published ones by adding and subtracting (Gaussian elimination). */
function follows(published: number[][], wanted: number[]): boolean {
  const rankOf = (rows: number[][]) => {
    const left = rows.map((row) => [...row]);
    let rank = 0;
    for (let column = 0; column < wanted.length; column++) {
      const pivot = left.findIndex((row, i) => i >= rank && Math.abs(row[column] ?? 0) > 1e-9);
      const row = left[pivot];
      if (row === undefined) continue;
      left.splice(pivot, 1);
      left.splice(rank, 0, row);
      for (const [i, other] of left.entries()) {
        if (i === rank) continue;
        const factor = (other[column] ?? 0) / (row[column] ?? 1);
        left[i] = other.map((value, j) => value - factor * (row[j] ?? 0));
      }
      rank++;
    }
    return rank;
  };
  return rankOf(published) === rankOf([...published, wanted]);
}

const subsets = (cells: string[]) =>
  Array.from({ length: 2 ** cells.length - 1 }, (_, i) => cells.map((_, j) => ((i + 1) >> j) & 1));

const isNearlySame = (values: unknown[]) =>
  Math.max(...values.map((value) => values.filter((other) => other === value).length)) >= values.length - 1;

test.each([
  ['agreement', agreement, agree, (n: number) => n, (n: number) => (n > 3 ? 'for' : n < 3 ? 'against' : 'neither')],
  [
    'single choice',
    singleChoice,
    choice,
    (n: number) => choice.options[n % 3]?.key,
    (n: number) => choice.options[n % 3]?.key,
  ],
])(
  'no group below k and nobody’s answer can be computed from what is released: %s',
  (_, type, question, told, meaning) => {
    fc.assert(
      fc.property(organisation, ({ groups, answers }) => {
        const result = release(
          { type, question, groups, minimums },
          answers.map(({ group, answer }) => ({ group, answer: told(answer) })),
        );
        const cells = [...new Set(answers.map(({ group }) => group))];
        const shown = result.filter(({ shown }) => shown !== 'hidden');
        const exact = shown.filter(({ shown }) => shown === 'exact');
        for (const slice of result) {
          if (slice.n !== null) expect(slice.n).toBeGreaterThanOrEqual(K);
          else expect(slice).toMatchObject({ counts: null, mean: null, sd: null });
        }
        const vectors = (slices: typeof result) => slices.map(({ group }) => coverage(groups, cells, group));
        for (const wanted of subsets(cells)) {
          const members = answers.filter(({ group }) => wanted[cells.indexOf(group)] === 1);
          if (members.length < K) expect(follows(vectors(shown), wanted)).toBe(false);
          else if (members.length < 2 * K && isNearlySame(members.map(({ answer }) => meaning(answer)))) {
            expect(follows(vectors(exact), wanted)).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  },
);

test('whoever gave another answer than a blurred group can deny it: the group looks the same without them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 9 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      (n, common, mine) => {
        const groups = [{ id: 'team', parentId: null, invited: 12 }];
        const asked = { type: agreement, question: agree, groups, minimums };
        const others = Array.from({ length: n - 1 }, () => ({ group: 'team', answer: common }));
        const unanimous = release(asked, [...others, { group: 'team', answer: common }]);
        expect(release(asked, [...others, { group: 'team', answer: mine }])).toEqual(unanimous);
      },
    ),
  );
});

test('kept answers and comments form no group below the minimum, by reading or by subtraction', () => {
  fc.assert(
    fc.property(organisation, ({ groups, answers }) => {
      const kept = placeAnswers(groups, minimums, answers);
      for (const [, same] of Map.groupBy(kept, ({ group }) => group)) expect(same.length).toBeGreaterThanOrEqual(K);
      expect(kept.length).toBe(answers.length < K ? 0 : answers.length);

      const { readable, comments } = placeComments(groups, minimums, { responses: answers, comments: answers });
      for (const { group } of comments) expect(readable).toContain(group);
      // comments are kept of everybody here, so the rows of a group are its respondents
      for (const [, same] of Map.groupBy(comments, ({ group }) => group))
        expect(same.length).toBeGreaterThanOrEqual(10);
      for (const group of readable) {
        const readers = answers.filter((answer) => isBelow(groups, answer.group, group));
        expect(readers.length).toBeGreaterThanOrEqual(10);
      }
    }),
    { numRuns: 300 },
  );
});

test('a band of participation fits at least k different counts, so one more answer shows nothing but a rare step', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (invited) => {
      const bands = Array.from({ length: invited + 1 }, (_, answered) => bandOf(answered, invited, minimums));
      const sizes = Map.groupBy(bands, (band) => band?.from ?? 'none');
      if (invited < 10) expect([...sizes.keys()]).toEqual(['none']);
      else for (const [, same] of sizes) expect(same.length).toBeGreaterThanOrEqual(K);
    }),
  );
});

test('participation says nothing of a team below ten people, nor of a remainder below ten', () => {
  fc.assert(
    fc.property(organisation, ({ groups }) => {
      const invitations = groups.flatMap(({ id, invited }) =>
        Array.from({ length: invited }, (_, i) => ({ group: id, spent: i % 2 === 0 })),
      );
      const cells = [...new Set(invitations.map(({ group }) => group))];
      const bands = participation(groups, invitations, minimums).filter(({ band }) => band !== null);
      const vectors = bands.map(({ group }) => coverage(groups, cells, group));
      for (const wanted of subsets(cells)) {
        const people = invitations.filter(({ group }) => wanted[cells.indexOf(group)] === 1).length;
        if (people < 10) expect(follows(vectors, wanted)).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});
