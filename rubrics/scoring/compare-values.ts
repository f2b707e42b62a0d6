import type { Operator } from '../parse-threshold.ts';

/** Whether a value (6 decimals) stands in the relation to the threshold. */
export function holds(value: number, op: Operator, threshold: number): boolean {
  switch (op) {
    case '>=':
      return value >= threshold;
    case '<=':
      return value <= threshold;
    case '>':
      return value > threshold;
    case '<':
      return value < threshold;
    case '=':
      return value === threshold;
  }
}
