import fc from 'fast-check';
import type { Program } from '#rubrics/scoring/plan-program.ts';

/** Small programs with everything that makes planning hard: shared work, needs across cells, uneven weights and wishes. */
export const arbitraryProgram = fc
  .record({
    size: fc.integer({ min: 1, max: 12 }),
    /** what each place needs, as numbers of places */
    needs: fc.array(fc.array(fc.nat(11), { maxLength: 2 }), { minLength: 12, maxLength: 12 }),
    /** by cell: its weight, and what each level adds to the places of the level below */
    cells: fc.array(
      fc.record({
        weight: fc.constantFrom(0.5, 1, 1, 1, 2, 3.25),
        /** whether each rung pays by itself, as answers do */
        apart: fc.boolean(),
        levels: fc.array(fc.array(fc.nat(11), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    costs: fc.array(fc.option(fc.constantFrom(50, 100, 100, 200, 300, 500, 800), { freq: 12 }), {
      minLength: 12,
      maxLength: 12,
    }),
    budget: fc.integer({ min: 0, max: 3000 }),
    must: fc.array(fc.nat(11), { maxLength: 2 }),
    never: fc.array(fc.nat(11), { maxLength: 2 }),
  })
  .map(({ size, needs, cells, costs, budget, must, never }) => {
    const inside = (numbers: readonly number[]) => [...new Set(numbers.filter((number) => number < size))];
    const closed = (numbers: readonly number[]) => {
      const all = new Set(numbers);
      for (const number of all) for (const needed of inside(needs[number] ?? [])) all.add(needed);
      return [...all].sort((a, b) => a - b);
    };
    const program: Program = {
      places: Array.from({ length: size }, (_, i) => ({
        ...{ criterion: `USE-2.${String.fromCharCode(97 + i)}`, capability: null, aspect: 'use' },
        ...{ level: 2, role: 'required', kind: 'improve', withNeeds: closed([i]) },
      })),
      rungs: cells.flatMap(({ weight, apart, levels }, cell) =>
        levels.map((_, i) => {
          const first = apart ? i : 0;
          const isEmpty = inside(levels[first] ?? []).length === 0;
          return {
            ...{ capability: `capability-${cell}`, aspect: 'use', level: i + 2 },
            ...(apart ? { ladder: `${cell}/${i}`, gain: weight / 2 ** i } : { ladder: `${cell}`, gain: weight }),
            places: closed([...(isEmpty ? [0] : []), ...inside(levels.slice(first, i + 1).flat())]),
          };
        }),
      ),
      whole: 100,
    };
    return { program, limits: { budget, costs: costs.slice(0, size), must: inside(must), never: inside(never) } };
  });
