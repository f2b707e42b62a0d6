const LOCALE = 'en';
const levelFormat = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const percentFormat = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const pointsFormat = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const numberFormat = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const dateFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' });
const dayFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const timeFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const listFormat = new Intl.ListFormat(LOCALE, { type: 'conjunction' });

const UNKNOWN = 'not known yet';

export const count = (n: number, one: string, other: string) => `${n} ${n === 1 ? one : other}`;
export const list = (words: string[]) => listFormat.format(words);

/** Numbers, times and lists, as a reader of English writes them. */
export const format = {
  percent: (ratio: number | null) => (ratio === null ? UNKNOWN : percentFormat.format(ratio)),
  range: (low: number | null, high: number | null) =>
    low === null || high === null ? UNKNOWN : `${percentFormat.format(low)} to ${percentFormat.format(high)}`,
  points: (ratio: number) => {
    // the minus of mathematics, as wide as the plus
    const points = pointsFormat.format(ratio * 100).replace('-', '−');
    return `${points} ${points === '+1' || points === '−1' ? 'point' : 'points'}`;
  },
  ratio: (value: number) => levelFormat.format(value),
  number: (value: number) => numberFormat.format(value),
  date: (time: string) => dateFormat.format(new Date(time)),
  /** short, for tables */
  day: (time: string) => dayFormat.format(new Date(time)),
  time: (time: string) => `${timeFormat.format(new Date(time))} UTC`,
  list,
  unknown: UNKNOWN,
  none: '–',
  yes: 'yes',
  no: 'no',
} as const;

/** A level need not be whole: `2`, `1.25`. */
export const level = (value: number) => levelFormat.format(value);
