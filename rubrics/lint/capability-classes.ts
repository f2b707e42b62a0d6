import type { AppliesTo, Test } from '../pack.ts';
import type { PackSource } from '../parse-pack.ts';
import { appliesTo } from '../scoring/applies-to.ts';

/** A kind of capability that conditions can tell apart: one of the pack, or any that a customer may add. */
export type CapabilityClass = {
  /** '': any that a customer may add */
  key: string;
  consumption: 'requested' | 'implicit' | 'interactive';
  mandatory: boolean;
};

/** The capabilities of the pack, and one of each kind that a customer may add. */
export function classesOf(source: PackSource): CapabilityClass[] {
  const added = (['requested', 'implicit', 'interactive'] as const).flatMap((consumption) =>
    [false, true].map((mandatory) => ({ key: '', consumption, mandatory })),
  );
  return [...(source.pack?.value.capabilities ?? []), ...added];
}

/** Whether a condition holds for a capability of this class. */
export function applies(condition: AppliesTo | undefined, to: CapabilityClass): boolean {
  return appliesTo(condition ?? null, to);
}

/** A test without the parts that do not apply; null where nothing is left. */
export function pruned(test: Test, to: CapabilityClass): Test | null {
  if (!applies(test.applies_to, to)) return null;
  const keep = (tests: Test[]) => tests.flatMap((each) => pruned(each, to) ?? []);
  if ('all' in test) return some(keep(test.all), (all) => ({ all }));
  if ('any' in test) return some(keep(test.any), (any) => ({ any }));
  if ('at_least' in test)
    return some(keep(test.at_least.of), (of) => ({ at_least: { count: test.at_least.count, of } }));
  if (!('not' in test)) return test;
  const inner = pruned(test.not, to);
  return inner && { not: inner };
}

function some(tests: Test[], wrap: (tests: Test[]) => Test): Test | null {
  return tests.length === 0 ? null : wrap(tests);
}

/** How a class is called in a message. */
export function nameOf({ key, consumption, mandatory }: CapabilityClass): string {
  return key === '' ? `${mandatory ? 'a mandatory' : 'an optional'} capability with ${consumption} use` : `"${key}"`;
}
