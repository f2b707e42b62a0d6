import type { LoadedBundle } from '../evidence/load-bundle.ts';
import type { Rubric } from '../rubric.ts';
import { decideCriteria, type States } from './criterion.ts';
import { type Plan, planFor } from './plan.ts';
import { type NumberedStates, withNumbers } from './roll-ups/read-numbers.ts';
import { type BaseCriterion, type WhatIfBase, writePlace } from './what-if-base.ts';

/** The base of what-ifs about a bundle by a rubric: `openWhatIf(makeBase(…))` says what `scoreAssuming` says. */
export function makeBase(rubric: Rubric, loaded: LoadedBundle): WhatIfBase {
  const plan = planFor(rubric, loaded);
  const decided = withNumbers(decideCriteria(plan, loaded), plan, loaded);
  const { asOf, settings } = loaded.bundle;
  return baseOf({ rubric, plan, decided, asOf, settings, claims: loaded.claims });
}

/** Everything that was decided about a platform, without the evidence that decided it. */
export type Decided = Pick<LoadedBundle['bundle'], 'asOf' | 'settings'> &
  Pick<LoadedBundle, 'claims'> & { rubric: Rubric; plan: Plan; decided: NumberedStates };

/** The base of what-ifs about criteria that are decided already. */
export function baseOf({ rubric, plan, decided, asOf, settings, claims }: Decided): WhatIfBase {
  const { numbers } = decided;
  const { capabilities } = settings;
  const places = Map.groupBy(plan.tests.keys(), (test) => plan.tests[test]?.criterion.source.id ?? '');
  const width = rubric.aspects.length;
  return {
    rubric: { id: rubric.id, version: rubric.version, sha256: rubric.sha256 },
    asOf,
    floor: rubric.floor,
    top: rubric.top,
    aspects: rubric.aspects,
    criteria: rubric.criteria.map(({ source, aspect, role, capsAt, ofPlatform }): BaseCriterion => {
      const tests = places.get(source.id) ?? [];
      const copies = ofPlatform ? copiesOf(plan, tests[0] ?? 0, width) : null;
      const written = tests.map((test) => placeNow(plan, decided, test));
      const short = numbers && tests.map((test) => numberAt(numbers, test));
      const base = { id: source.id, aspect, level: source.level, role, capsAt, copies, places: written };
      return short === undefined ? base : { ...base, numbers: short };
    }),
    capabilities: capabilities.map(({ key, state, weight }, row) => {
      const cells = plan.cells.slice(row * width, (row + 1) * width);
      const aims = { key, offered: state === 'offered', weight, targets: cells.map(({ target }) => target) };
      return numbers === undefined ? aims : { ...aims, items: cells.map(({ items }) => items) };
    }),
    claims: [...claims],
  };
}

function numberAt(numbers: Float64Array, test: number): number | null {
  const number = numbers[test];
  return number === undefined || Number.isNaN(number) ? null : number;
}

function placeNow({ tests }: Plan, { states, kinds }: States, test: number): number {
  return writePlace({
    state: states[test] ?? 0,
    kinds: kinds[test] ?? 0,
    leafKinds: tests[test]?.kinds ?? 0,
    leftOut: tests[test]?.node === null,
  });
}

/** The capabilities whose cells hold a criterion of the platform. */
function copiesOf({ cells }: Plan, test: number, width: number): number[] {
  const rows = cells.flatMap((cell, i) => (cell.tests.includes(test) ? [Math.floor(i / width)] : []));
  return [...new Set(rows)];
}
