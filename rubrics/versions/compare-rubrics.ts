import { z } from 'zod';
import { canonicalJson } from '../evidence/canonical.ts';
import type { Pack } from '../pack.ts';
import { type Bump, bumpSchema, isEnough, largestBump, nextVersion } from './bump.ts';
import { type Change, changeSchema } from './change.ts';
import { fieldTexts } from './field-text.ts';
import { judgeCriterion } from './judge-criterion.ts';
import { PART_RULES, PARTS, type PartKind } from './part-rules.ts';

const versionSchema = z.strictObject({ id: z.string(), version: z.string() });
export const differenceSchema = z.strictObject({
  before: versionSchema,
  after: versionSchema,
  changes: z.array(changeSchema),
  /** criteria of the older version that live on under another id */
  renamed: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  /** how far the version must move for these changes */
  bump: bumpSchema,
  /** the least version that may bear these changes; null: these are two packs */
  rightVersion: z.string().nullable(),
  /** whether the newer version's number is far enough from the older one's */
  enough: z.boolean(),
});
/** What differs between two versions of a rubric, readable, and what that asks of the version number. */
export type Difference = z.infer<typeof differenceSchema>;

type Value = Readonly<Record<string, unknown>>;
type Part = { id: string; name: string; value: Value };

/**
 * Compares two packs as written, part by part and field by field. Pure. `older`: the versions before `before`. An id that they
 * had and it lost is one reused for another claim where it comes back, and so is one whose words have changed step by step,
 * each a little, since the first version of this MAJOR.
 */
export function compareRubrics(before: Pack, after: Pack, older: readonly Pack[] = []): Difference {
  const renamed = renamesOf(before, after);
  const found = PARTS.flatMap((part) => {
    const old = partsOf(before, part);
    return comparePart(part, part === 'criterion' ? underNewId(old, renamed) : old, partsOf(after, part));
  });
  const changes = found.map((change) => judgeCriterion(change, { before, after, older }));
  if (changes.length === 0 && canonicalJson(bodyOf(before)) !== canonicalJson(bodyOf(after))) {
    changes.push(orderChange(after));
  }
  const bump = largestBump(changes.map((change) => change.bump));
  const [from, to] = [before.pack, after.pack];
  const isOnePack = from.id === to.id;
  return {
    before: { id: from.id, version: from.version },
    after: { id: to.id, version: to.version },
    changes,
    renamed,
    bump,
    rightVersion: isOnePack && bump !== 'none' ? nextVersion(from.version, bump) : null,
    enough: !isOnePack || bump === 'none' || isEnough({ from: from.version, to: to.version }, bump),
  };
}

function partsOf({ pack, metrics, questions, criteria }: Pack, part: PartKind): Part[] {
  const { levels, aspects, capabilities, id: _id, version: _version, ...rest } = pack;
  if (part === 'pack') return [{ id: 'pack', name: pack.name, value: rest }];
  if (part === 'level') return levels.map((value) => ({ id: String(value.level), name: value.name, value }));
  if (part === 'aspect') return aspects.map((value) => ({ id: value.key, name: value.name, value }));
  if (part === 'capability') return capabilities.map((value) => ({ id: value.key, name: value.name, value }));
  if (part === 'metric') return metrics.map((value) => ({ id: value.key, name: value.name, value }));
  if (part === 'question') return questions.map((value) => ({ id: value.key, name: value.text, value }));
  return criteria.map((value) => ({ id: value.id, name: value.title, value }));
}

/** What lives on under another id is one criterion, which has another id; of two that became one the first is that one. */
function underNewId(parts: readonly Part[], renamed: Difference['renamed']): Part[] {
  const taken = new Set(parts.map(({ id }) => id));
  return parts.map((part) => {
    const id = renamed.find(({ from }) => from === part.id)?.to;
    if (id === undefined || taken.has(id)) return part;
    taken.add(id);
    return { ...part, id };
  });
}

function comparePart(part: PartKind, before: readonly Part[], after: readonly Part[]): Change[] {
  const [old, now] = [before, after].map((parts) => new Map(parts.map((one) => [one.id, one])));
  const ids = [...new Set([...before, ...after].map(({ id }) => id))].sort();
  return ids.flatMap((id): Change[] => {
    const [was, is] = [old?.get(id), now?.get(id)];
    const base = { part, id, name: is?.name ?? was?.name ?? id, reused: false };
    if (was === undefined) return [{ ...base, kind: 'added', bump: PART_RULES[part].added, fields: [] }];
    if (is === undefined) return [{ ...base, kind: 'removed', bump: PART_RULES[part].removed, fields: [] }];
    const fields = compareFields(part, was.value, is.value);
    if (fields.length === 0) return [];
    const bump = largestBump(fields.map((field) => field.bump));
    return [{ ...base, kind: kindOf(bump), bump, fields }];
  });
}

const kindOf = (bump: Bump) => (bump === 'patch' ? ('reworded' as const) : ('retargeted' as const));

function compareFields(part: PartKind, before: Value, after: Value): Change['fields'] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) => {
    if (canonicalJson([before[field] ?? null]) === canonicalJson([after[field] ?? null])) return [];
    const bump = PART_RULES[part].fields[field] ?? 'major';
    return compareTexts(field, before[field], after[field]).map((change) => ({ ...change, bump }));
  });
}

function compareTexts(field: string, before: unknown, after: unknown) {
  const [was, is] = [fieldTexts(field, before), fieldTexts(field, after)];
  const paths = [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path));
  if (paths.length === 0) return [{ field, before: null, after: null }];
  return paths.map((path) => ({ field: path, before: was.get(path) ?? null, after: is.get(path) ?? null }));
}

const bodyOf = ({ pack: { id: _id, version: _version, ...pack }, ...rest }: Pack) => ({ ...rest, pack });

const orderChange = ({ pack }: Pack): Change => ({
  ...{ part: 'pack', id: 'pack', name: pack.name, kind: 'reworded', bump: 'patch', reused: false },
  fields: [{ field: 'order', before: null, after: null, bump: 'patch' }],
});

function renamesOf(before: Pack, after: Pack): Difference['renamed'] {
  const [old, now] = [before, after].map(({ criteria }) => new Set(criteria.map(({ id }) => id)));
  return Object.entries(after.pack.renamed ?? {}).flatMap(([from, to]) =>
    old?.has(from) && !now?.has(from) && now?.has(to) ? [{ from, to }] : [],
  );
}
