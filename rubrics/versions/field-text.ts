import { z } from 'zod';
import { appliesToSchema, testSchema } from '../pack.ts';
import { describeAppliesTo, describeTest } from './describe-test.ts';

const plain = z.union([z.string(), z.number(), z.boolean()]);
const words = z.array(plain);
const named = z.looseObject({ key: z.string() });
const object = z.record(z.string(), z.unknown());

/**
 * What a field of a pack says, as a person reads it, by the path to each thing said: `targets.default` → `3`. What has a key of
 * its own is found by it, so that another order says nothing new. Empty where nothing is written.
 */
export function fieldTexts(field: string, value: unknown): Map<string, string> {
  if (value === undefined || value === null) return new Map();
  const whole = wholeText(value);
  if (whole !== null) return new Map([[field, whole]]);
  return new Map(partsOf(value).flatMap(([name, part]) => [...fieldTexts(`${field}.${name}`, part)]));
}

/** What is said in one piece: plain values, lists of them, and what has a sentence of its own. */
function wholeText(value: unknown): string | null {
  const one = plain.safeParse(value);
  if (one.success) return String(one.data);
  const test = testSchema.safeParse(value);
  if (test.success) return describeTest(test.data);
  const appliesTo = appliesToSchema.safeParse(value);
  if (appliesTo.success) return describeAppliesTo(appliesTo.data);
  const list = words.safeParse(value);
  return list.success ? list.data.join(', ') : null;
}

function partsOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.map((part, i) => withName(part, i + 1));
  return Object.entries(object.parse(value));
}

function withName(part: unknown, place: number): [string, unknown] {
  const known = named.safeParse(part);
  if (!known.success) return [String(place), part];
  const { key, ...rest } = known.data;
  return [key, rest];
}
