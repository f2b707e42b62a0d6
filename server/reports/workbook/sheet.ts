import type { Cell, CellObject } from 'write-excel-file/node';
import { shadeOf } from '../meter-shapes.ts';
import { COLORS } from '../pdf/paint.ts';
import type { Material } from '../report-material.ts';

export type Column = { name: string; width: number };
/** One sheet: a head that stays in view and its rows. */
export type Sheet = { name: string; columns: Column[]; rows: Cell[][] };
export type SheetBuilder = (material: Material) => Sheet;

export const column = (name: string, width: number): Column => ({ name, width });

/** What is unknown or absent is an empty cell: a spreadsheet would count a word, and a zero would be wrong. */
const orEmpty = <Value>(value: Value | null | undefined, write: (value: Value) => CellObject): CellObject | null =>
  value === null || value === undefined ? null : write(value);

/** Text stays text whatever it begins with: it is never read as a formula, a number or a date. */
export const text = (value: string | null) =>
  orEmpty(value, (given) => ({ value: given, type: String, format: '@', wrap: true, alignVertical: 'top' }));
/** two decimals where there are any: a spreadsheet would write 2 as "2." otherwise */
const formatOf = (value: number) => (Number.isInteger(value) ? '0' : '0.##');
const number = (value: number | null | undefined, format: string) =>
  orEmpty(value, (given) => ({ value: given, type: Number, format, alignVertical: 'top' }));

export const whole = (value: number | null | undefined) => number(value, '0');
/** a level, which need not be whole, or a mean */
export const decimal = (value: number | null | undefined) => number(value, formatOf(value ?? 0));
export const percent = (ratio: number | null | undefined) => number(ratio, '0%');
/** a change of percent to target */
export const points = (share: number | null | undefined) =>
  number(share === null || share === undefined ? share : Math.round(share * 1e6) / 1e4, '+0.0;-0.0;0.0');
export const day = (time: string | null) =>
  orEmpty(time, (given) => ({
    value: new Date(given.slice(0, 10)),
    type: Date,
    format: 'yyyy-mm-dd',
    alignVertical: 'top',
  }));

/** A level on its step of the one hue, so that the sheet reads like the map; the number says the same without colour. */
export function level(value: number | null, { top }: Pick<Material['rubric'], 'top'>): Cell {
  if (value === null) return null;
  const shade = Math.max(shadeOf(value, top), 1) - 1;
  const paint = { backgroundColor: COLORS.steps[shade], textColor: COLORS.onSteps[shade] };
  return { value, type: Number, format: formatOf(value), align: 'center', alignVertical: 'top', ...paint };
}
