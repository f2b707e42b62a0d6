import { trueMinus } from './true-minus.ts';

/** Numbers, dates and durations as a person of this locale writes them. Pass `t.locale`. */

/** Making a formatter takes far longer than using it, so each is made once. */
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n ${locale} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known instanceof Intl.NumberFormat) return known;
  const format = new Intl.NumberFormat(locale, options);
  made.set(key, format);
  return format;
}

const writeNumber = (value: number, locale: string, options: Intl.NumberFormatOptions) =>
  trueMinus(numberFormat(locale, options).format(value));

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d ${locale} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known instanceof Intl.DateTimeFormat) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  made.set(key, format);
  return format;
}

/** A ratio 0…1 as whole percent: `62 %` by locale. */
export function formatPercent(ratio: number, locale: string, digits = 0): string {
  return writeNumber(ratio, locale, { style: 'percent', maximumFractionDigits: digits });
}

export function formatNumber(value: number, locale: string, digits = 2): string {
  return writeNumber(value, locale, { maximumFractionDigits: digits });
}

/** A difference with its sign: `+1.6`, `−0.4`; `0` where there is none. */
export function formatDifference(value: number, locale: string, digits = 1): string {
  return writeNumber(value, locale, { maximumFractionDigits: digits, signDisplay: 'exceptZero' });
}

/** A day: `3 Nov 2026`. Takes a date or a time; days are UTC unless a time zone is given. */
export function formatDate(iso: string, locale: string, timeZone = 'UTC'): string {
  return dateFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(iso));
}

export function formatDateTime(iso: string, locale: string, timeZone = 'UTC'): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(iso));
}

/** One of several: `Ada, Ben or Cleo`. */
export function formatChoice(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);
}

/** Relative under a day (`3 hours ago`), a date after that. */
export function formatWhen(iso: string, now: Date, locale: string, timeZone = 'UTC'): string {
  const minutes = Math.round((new Date(iso).getTime() - now.getTime()) / 60_000);
  if (Math.abs(minutes) >= 24 * 60) return formatDate(iso, locale, timeZone);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return Math.abs(minutes) < 60
    ? relative.format(minutes, 'minute')
    : relative.format(Math.round(minutes / 60), 'hour');
}

const SECONDS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A value in base units (ratio 0…1, seconds, count, points) with its unit. */
export function formatValue(
  value: number,
  dimension: 'ratio' | 'duration' | 'count' | 'points',
  locale: string,
): string {
  if (dimension === 'ratio') return formatPercent(value, locale, 1);
  if (dimension !== 'duration') return formatNumber(value, locale);
  const [unit, seconds] = SECONDS.find(([, size]) => Math.abs(value) >= size) ?? ['second', 1];
  return writeNumber(value / seconds, locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 });
}
