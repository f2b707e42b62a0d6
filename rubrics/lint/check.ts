import type { AppliesTo, AttestationLeaf, Criterion, MetricLeaf, SurveyLeaf, Test } from '../pack.ts';
import type { Located, PackSource, Place } from '../parse-pack.ts';

/** A fault that a check found: where, what is wrong, and what to write instead. */
export type Fault = Place & { message: string; instead: string };
/** One check of a pack. It sees every part that follows the schema and says what is wrong with it. */
export type Check = { key: string; find: (source: PackSource) => Fault[] };

export type Leaf =
  | { kind: 'metric'; leaf: MetricLeaf }
  | { kind: 'survey'; leaf: SurveyLeaf }
  | { kind: 'attestation'; leaf: AttestationLeaf };
type Path = readonly (string | number)[];
/** A leaf of a criterion's test, with its place. */
export type FoundLeaf = Leaf & Place & { criterion: Criterion };

/** The parts of a combination, with their places below it; none for a leaf. */
export function childrenOf(test: Test, path: Path): { test: Test; path: Path }[] {
  const list = (children: Test[], at: Path) => children.map((child, index) => ({ test: child, path: [...at, index] }));
  if ('all' in test) return list(test.all, [...path, 'all']);
  if ('any' in test) return list(test.any, [...path, 'any']);
  if ('at_least' in test) return list(test.at_least.of, [...path, 'at_least', 'of']);
  return 'not' in test ? [{ test: test.not, path: [...path, 'not'] }] : [];
}

/** What a test is if it is a leaf. */
export function leafOf(test: Test): Leaf | null {
  if ('metric' in test) return { kind: 'metric', leaf: test };
  if ('survey' in test) return { kind: 'survey', leaf: test };
  return 'attestation' in test ? { kind: 'attestation', leaf: test } : null;
}

/** Every test within a criterion, itself first. */
export function testsIn(criterion: Located<Criterion>): { test: Test; path: Path }[] {
  const walk = (test: Test, path: Path): { test: Test; path: Path }[] => [
    { test, path },
    ...childrenOf(test, path).flatMap((child) => walk(child.test, child.path)),
  ];
  return walk(criterion.value.test, [...criterion.path, 'test']);
}

/** Every leaf of every criterion. */
export function leavesIn(source: PackSource): FoundLeaf[] {
  return source.criteria.flatMap((criterion) =>
    testsIn(criterion).flatMap(({ test, path }) => {
      const leaf = leafOf(test);
      return leaf ? [{ ...leaf, file: criterion.file, path, criterion: criterion.value }] : [];
    }),
  );
}

/** Every condition `applies_to`: of criteria and of the parts of their tests. */
export function conditionsIn(source: PackSource): (Place & { condition: AppliesTo })[] {
  return source.criteria.flatMap((criterion) => {
    const own = { condition: criterion.value.applies_to, path: [...criterion.path, 'applies_to'] };
    const parts = testsIn(criterion).map(({ test, path }) => ({
      condition: test.applies_to,
      path: [...path, 'applies_to'],
    }));
    return [own, ...parts].flatMap(({ condition, path }) =>
      condition ? [{ condition, file: criterion.file, path }] : [],
    );
  });
}

/** Do all parts in these files follow the schema? If not, a name that seems unknown may only be misspelt elsewhere. */
export function isWhole(source: PackSource, files: RegExp): boolean {
  return !source.problems.some((problem) => files.test(problem.file));
}

/** The name in the list that is nearest to what was written, for "did you mean". */
export function nearest(written: string, names: readonly string[]): string {
  const parts = new Set(written.split('-'));
  const common = (name: string) => name.split('-').filter((part) => parts.has(part)).length;
  const closeness = (name: string) =>
    common(name) * 10 - Math.abs(name.length - written.length) + (name[0] === written[0] ? 3 : 0);
  const best = names.toSorted((a, b) => closeness(b) - closeness(a)).slice(0, 3);
  return best.length === 0 ? 'add it first' : `did you mean ${best.map((name) => `"${name}"`).join(', ')}?`;
}
