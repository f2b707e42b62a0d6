const DAY_MS = 86_400_000;
const DAY = 'YYYY-MM-DD'.length;

export const SCALES = ['weeks', 'months'] as const;
export type Scale = (typeof SCALES)[number];

/** The days that are drawn: `from` and `to`, both included, and where its weeks or months begin. */
export type Window = { scale: Scale; from: string; to: string; ticks: string[] };

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, DAY);

const WEEKS = { shown: 16, before: 5 };
const MONTHS = { shown: 15, before: 6 };

/** Monday of the week of a day. */
const mondayOf = (day: string) => addDays(day, -((new Date(day).getUTCDay() + 6) % 7));

function monthAfter(day: string, months: number): string {
  const date = new Date(day);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)).toISOString().slice(0, DAY);
}

/** The window around a day: some weeks or months of it lie before. */
export function windowAround(day: string, scale: Scale): Window {
  if (scale === 'weeks') {
    const from = addDays(mondayOf(day), -7 * WEEKS.before);
    const ticks = Array.from({ length: WEEKS.shown }, (_, week) => addDays(from, 7 * week));
    return { scale, from, to: addDays(from, 7 * WEEKS.shown - 1), ticks };
  }
  const from = monthAfter(day, -MONTHS.before);
  const ticks = Array.from({ length: MONTHS.shown }, (_, month) => monthAfter(from, month));
  return { scale, from, to: addDays(monthAfter(from, MONTHS.shown), -1), ticks };
}

/** A day of the window one step, half of what is shown, earlier or later. */
export const stepFrom = (day: string, scale: Scale, steps: -1 | 1): string =>
  scale === 'weeks'
    ? addDays(day, steps * 7 * (WEEKS.shown / 2))
    : monthAfter(day, steps * Math.floor(MONTHS.shown / 2));

/** Where a day begins in the window, 0…1; outside: the nearer edge. */
export function placeIn({ from, to }: Window, day: string): number {
  const [start, end] = [Date.parse(from), Date.parse(to) + DAY_MS];
  return Math.min(1, Math.max(0, (Date.parse(day) - start) / (end - start)));
}

/** Whether a span of days touches the window. */
export const touches = (window: Window, from: string, to: string): boolean => from <= window.to && to >= window.from;
