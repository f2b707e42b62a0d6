import type { Value } from './answer-value.ts';

/** The value that most answers have. */
export function commonest(values: readonly Value[]): { value: Value; times: number } | null {
  const times = Map.groupBy(values, (value) => value);
  return [...times].reduce<{ value: Value; times: number } | null>(
    (best, [value, same]) => (best === null || same.length > best.times ? { value, times: same.length } : best),
    null,
  );
}

/**
 * Whether all answers of a group below 2k are the same, or all but one. "All but one" belongs to it: if only unanimous
 * groups were blurred, the blur itself would say that everybody gave the same answer.
 */
export function isUnanimous(values: readonly Value[], minimum: number): boolean {
  if (values.length === 0 || values.length >= 2 * minimum) return false;
  return (commonest(values)?.times ?? 0) >= values.length - 1;
}
