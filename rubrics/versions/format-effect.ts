import type { CellFacts } from '../scoring/compare.ts';
import type { RubricEffect } from './effect-of-rubric.ts';

const percentWords = (value: number | null) => (value === null ? 'not known' : `${(value * 100).toFixed(1)} %`);

function placeWords(facts: CellFacts | null): string {
  if (facts === null) return 'no such cell';
  if (facts.state !== 'scored') return facts.state.replace('_', ' ');
  return `${facts.level} [${facts.low ?? 'not offered'}–${facts.high}] of target ${facts.target}`;
}

/** What another rubric makes of the same evidence, as text for a terminal. */
export function formatEffect({ percentToTarget, comparison, criteria }: RubricEffect): string {
  const { before, after } = percentToTarget;
  const lines = [
    `Percent to target ${percentWords(before.value)} → ${percentWords(after.value)}`,
    ...comparison.cells.map(
      (cell) => `${cell.capability}/${cell.aspect}  ${placeWords(cell.before)} → ${placeWords(cell.after)}`,
    ),
    ...criteria.map((one) => {
      const [was, is] = [one.before ?? 'not there', one.after ?? 'gone'];
      const id = one.formerly === undefined ? one.criterion : `${one.criterion} (was ${one.formerly})`;
      return `${id}  ${was.replace('_', ' ')} → ${is.replace('_', ' ')} in ${one.cells} of the cells`;
    }),
    ...(comparison.rubrics.renamed ?? []).map(({ from, to }) => `${from} is now ${to}`),
  ];
  return `${lines.join('\n')}\n`;
}
