import { z } from 'zod';
import { canonicalJson } from '../evidence/canonical.ts';
import { appliesToSchema, testSchema } from '../pack.ts';
import { describeAppliesTo, describeTest } from './describe-test.ts';

const words = z.array(z.union([z.string(), z.number()]));

/** What a field of a pack says, as a person reads it; null where nothing is written. */
export function fieldText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  const test = testSchema.safeParse(value);
  if (test.success) return describeTest(test.data);
  const appliesTo = appliesToSchema.safeParse(value);
  if (appliesTo.success) return describeAppliesTo(appliesTo.data);
  const list = words.safeParse(value);
  return list.success ? list.data.join(', ') : canonicalJson(value);
}
