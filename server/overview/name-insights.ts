import type { Rubric } from '#rubrics/rubric.ts';
import type { Insights } from '../assessments/gather-insights.ts';

type Moved = NonNullable<Insights['moved']>;

/** A cell names so many of the criteria that flipped in it; the page of what moved names all. */
const FLIPS_NAMED = 1;

/** A criterion with the number by which its authors know it, and what it claims. */
const claimsOf = (rubric: Rubric, ids: readonly string[]) =>
  Object.fromEntries(
    rubric.pack.criteria.filter(({ id }) => ids.includes(id)).map(({ id, title }): [string, string] => [id, title]),
  );

function shortenMoved({ rubrics, cells, rows: _, ...moved }: Moved) {
  return {
    ...moved,
    rubricChanged: rubrics.changed,
    cells: cells.map(({ first, capabilities }) => {
      const all = [...first.rubricFlips, ...first.flips];
      return {
        ...{ aspect: first.aspect, before: first.before, after: first.after, capabilities },
        flips: all.slice(0, FLIPS_NAMED),
        moreFlips: Math.max(0, all.length - FLIPS_NAMED),
      };
    }),
  };
}

/** What the overview says of the insights kept with a scorecard; null where none are kept. */
export function nameInsights(insights: Insights | null, rubric: Rubric) {
  if (insights === null) return null;
  const moved = insights.moved === null ? null : shortenMoved(insights.moved);
  const flipped = moved?.cells.flatMap(({ flips }) => flips.map(({ criterion }) => criterion)) ?? [];
  const { steps, breaks, direction } = insights;
  return {
    ...{ moved, steps, breaks, direction },
    claims: claimsOf(rubric, [...flipped, ...steps.map(({ criterion }) => criterion)]),
  };
}
