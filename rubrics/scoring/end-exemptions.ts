import type { Rubric } from '../rubric.ts';
import { addUp, itemsOf } from './roll-ups/cell-items.ts';
import type { Cell, CriterionResult } from './scorecard.ts';

/**
 * A cell of a rubric that adds up answers as it would be scored if some of its exemptions ended this moment: each counts what its
 * own answer counts, nothing where that is not known, and the sums are made anew. Targets stay. Equal to scoring without them.
 */
export function endExemptions(rubric: Rubric, cell: Cell, ends: (result: CriterionResult) => boolean): Cell {
  const criteria = cell.criteria.map((one) =>
    one.ownValue !== undefined && ends(one) ? { ...one, value: one.ownValue } : one,
  );
  if (cell.state !== 'scored') return { ...cell, criteria };
  return { ...cell, level: levelOf(rubric, { ...cell, criteria }), criteria };
}

function levelOf(rubric: Rubric, { capability, aspect, target, criteria }: Cell): number | null {
  const byId = new Map(rubric.criteria.map((one) => [one.source.id, one]));
  const known = criteria.flatMap((result) => {
    const compiled = byId.get(result.id);
    return compiled === undefined ? [] : [{ result, compiled }];
  });
  const about = { capability, target, criteria: known.map(({ compiled }) => compiled) };
  const items = itemsOf(rubric, {}, { ...about, aspect: rubric.aspects.indexOf(aspect) });
  if (items === null) throw new TypeError('This rubric has gated levels.');
  const isOut = ({ state }: CriterionResult) => state === 'not_applicable' || state === 'announced';
  return addUp(
    items,
    known.map(({ result }) => (isOut(result) ? null : (result.value ?? 0))),
  );
}
