import type { Criterion, Test } from '../pack.ts';
import type { Located, PackSource, Place } from '../parse-pack.ts';
import { applies, type CapabilityClass, classesOf, nameOf, pruned } from './capability-classes.ts';
import { type Check, childrenOf, type Fault, type Leaf, leafOf } from './check.ts';
import { canCome, common, isEmpty, neededFor, type Span, spanOf } from './feasible.ts';
import { type Definitions, definitionsOf } from './leaf-unit.ts';

/** Every level with required criteria can be achieved: each can be met, and all up to it together. */
export const reachableLevels: Check = {
  key: 'reachable-levels',
  find: (source) => {
    const definitions = definitionsOf(source);
    const impossible = source.criteria.flatMap((criterion) => cannotBeMet(criterion, source, definitions));
    const ids = new Set(impossible.map(({ id }) => id));
    const sound = source.criteria.filter(({ value }) => !ids.has(value.id));
    const aspects = new Set(sound.map(({ value }) => value.aspect));
    const clashes = classesOf(source).flatMap((to) =>
      [...aspects].flatMap((aspect) => clashesOf(sound, aspect, to, definitions)),
    );
    return unique([...impossible.map(({ fault }) => fault), ...clashes]);
  },
};

function cannotBeMet(
  { file, path, value }: Located<Criterion>,
  source: PackSource,
  definitions: Definitions,
): { id: string; fault: Fault }[] {
  if (value.role === 'limiter') return [];
  const where =
    value.scope === 'platform' ? [null] : classesOf(source).filter((each) => applies(value.applies_to, each));
  const to = where.find((each) => !canCome(value.test, true, definitions, each));
  if (to === undefined) return [];
  const whom = to ? ` for ${nameOf(to)}` : '';
  const blocks = value.role === 'required' ? `, so level ${value.level} of ${value.aspect} cannot be achieved` : '';
  const fault = {
    file,
    path: [...path, ...pathToImpossible(value.test, definitions, to)],
    message: `${value.id} can never be met${whom}${blocks}`,
    instead:
      'write a threshold within the range of the values (a share 0% to 100%, points 0 to 100), or ask for fewer parts',
  };
  return [{ id: value.id, fault }];
}

function pathToImpossible(test: Test, definitions: Definitions, to: CapabilityClass | null): Place['path'] {
  const step = (each: Test, path: Place['path']): Place['path'] => {
    const child = childrenOf(each, path).find((inner) => !canCome(inner.test, true, definitions, to));
    if (child) return step(child.test, child.path);
    if ('at_least' in each) return [...path, 'at_least', 'count'];
    return 'is' in each ? [...path, 'is'] : path;
  };
  return step(test, ['test']);
}

type Must = { key: string; span: Span; by: string; place: Place; level: number };

/** Walks up the levels of a cell and keeps what its required criteria and the absence of its symptoms allow. */
function clashesOf(
  criteria: Located<Criterion>[],
  aspect: string,
  to: CapabilityClass,
  definitions: Definitions,
): Fault[] {
  const rank = ({ role, level, caps_at }: Criterion) => (role === 'limiter' ? (caps_at ?? 0) + 0.5 : level);
  const musts = criteria
    .filter(({ value }) => value.aspect === aspect && value.role !== 'supporting' && applies(value.applies_to, to))
    .toSorted((a, b) => rank(a.value) - rank(b.value))
    .flatMap((criterion) => mustsOf(criterion, to, definitions));
  const allowed = new Map<string, Must>();
  return musts.flatMap((must) => {
    const before = allowed.get(must.key);
    const span = before ? common(before.span, must.span) : must.span;
    if (!before || !isEmpty(span)) allowed.set(must.key, { ...must, span });
    if (!before || !isEmpty(span)) return [];
    return [
      {
        ...must.place,
        message: `${must.by} contradicts ${before.by}, so level ${must.level} of ${aspect} cannot be achieved`,
        instead: 'change one of the two thresholds so that some value satisfies both',
      },
    ];
  });
}

function mustsOf({ file, path, value }: Located<Criterion>, to: CapabilityClass, definitions: Definitions): Must[] {
  const level = value.role === 'limiter' ? (value.caps_at ?? 0) + 1 : value.level;
  const walk = (test: Test, at: Place['path'], outcome: boolean): Must[] => {
    if (!pruned(test, to)) return [];
    if ('not' in test) return walk(test.not, [...at, 'not'], !outcome);
    const leaf = leafOf(test);
    if (leaf) {
      const span = spanOf(leaf, outcome, definitions);
      const key = keyOf(leaf, value, definitions);
      return span ? [{ key, span, by: value.id, level, place: { file, path: [...at, 'is'] } }] : [];
    }
    const children = childrenOf(test, at).filter((child) => pruned(child.test, to));
    if (neededFor(test, outcome, children.length) < children.length) return [];
    return children.flatMap((child) => walk(child.test, child.path, outcome));
  };
  return walk(value.test, [...path, 'test'], value.role !== 'limiter');
}

/** What makes two leaves look at the same value. */
function keyOf(found: Leaf, { scope }: Criterion, { metrics }: Definitions): string {
  if (found.kind === 'attestation') return '';
  const { is: _is, applies_to: _condition, ...rest } = { applies_to: undefined, ...found.leaf };
  if (found.kind === 'survey') return JSON.stringify([rest, scope]);
  const { max_age: _age, min_samples: _least, window, ...same } = { ...found.leaf, is: '', applies_to: null };
  const over = same.statistic === 'latest' ? null : (window ?? '90d');
  return JSON.stringify([same, over, metrics.get(same.metric)?.scope === 'either' ? scope : null]);
}

function unique(faults: Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.file}#${fault.path.join('.')}`, fault])).values()];
}
