import type { Operator } from '../parse-threshold.ts';
import { INCONCLUSIVE, MET, NOT_MET } from './codes.ts';

/** A verdict in one small number: its code in the low byte, then the kinds that decided it, then whether that evidence was old. */
export const CODE_BITS = 0xff;
export const KIND_SHIFT = 8;
export const STALE_BIT = 1 << 12;

/** What a leaf compares with, as numbers. A value without an interval has `floor` at the far end, so that only it counts. */
export type Bar = { op: number; threshold: number; floor: number };
const OPS: Record<Operator, number> = { '>=': 0, '<=': 1, '>': 2, '<': 3, '=': 4 };
/** Whether an operator asks for at least a threshold, or for more. */
export const isUpwards = (op: number) => op === 0 || op === 2;

/** The bar of an operator and threshold; without a floor for what has no interval. */
export function barOf(operator: Operator, threshold: number, floor?: number): Bar {
  const op = OPS[operator];
  return { op, threshold, floor: floor ?? (isUpwards(op) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) };
}

/** Whether a value (6 decimals) stands in the relation to the threshold. */
export function holds(value: number, op: number, threshold: number): boolean {
  if (op === 0) return value >= threshold;
  if (op === 1) return value <= threshold;
  if (op === 2) return value > threshold;
  return op === 3 ? value < threshold : value === threshold;
}

/** An estimate with its interval; a value without one is its own interval. */
export type Range = { estimate: number; low: number; high: number };

/** For `≥ t`: met if the estimate is at least t and its interval ends above the floor; not met if the interval ends below t; mirrored for `≤`. */
export function judge({ estimate, low, high }: Range, { op, threshold, floor }: Bar): number {
  const upwards = isUpwards(op);
  if (holds(estimate, op, threshold) && (upwards ? low >= floor : high <= floor)) return MET;
  return holds(upwards ? high : low, op, threshold) ? INCONCLUSIVE : NOT_MET;
}
