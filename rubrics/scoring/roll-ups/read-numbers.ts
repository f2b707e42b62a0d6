import type { Evidence } from '../../evidence/load-bundle.ts';
import { NOT_MET } from '../codes.ts';
import type { States } from '../criterion.ts';
import type { Plan } from '../plan.ts';
import { testAttestation } from '../test-attestation.ts';

/** Decided criteria and, where the pack adds up answers, what those answers count that fall short of the full one. */
export type NumberedStates = States & { numbers?: Float64Array };

/** Decided criteria with the numbers of their answers. */
export function withNumbers(decided: NumberedStates, plan: Plan, loaded: Evidence): NumberedStates {
  const areGated = plan.cells.every(({ items }) => items === null);
  return areGated || decided.numbers !== undefined ? decided : { ...decided, numbers: readNumbers(plan, loaded) };
}

/**
 * What the answers count that fall short of the full one, by place in `Plan.tests`; NaN where there is none. A criterion that is
 * met counts its full answer, one that is not and has no number here counts nothing.
 */
export function readNumbers({ tests, leaves }: Plan, loaded: Evidence): Float64Array {
  return Float64Array.from(tests, ({ node }) => {
    const leaf = node?.kind === 'leaf' ? leaves[node.leaf] : undefined;
    if (leaf?.test.kind !== 'attestation' || leaf.test.values === null) return Number.NaN;
    const { code, rank } = testAttestation(leaf.test, leaf.key, loaded, leaf.limiter);
    return code === NOT_MET ? (leaf.test.values[rank] ?? Number.NaN) : Number.NaN;
  });
}
