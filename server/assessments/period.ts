import { AppError } from '../errors.ts';

/** How an organisation counts its quarters. */
export type Calendar = { fiscalYearStartMonth: number; timeZone: string };
/** A quarter: its label, its first instant and the first instant after it. */
export type Period = { label: string; startsAt: string; endsAt: string };

const LABEL = /^((?:19|2\d)\d{2})-Q([1-4])$/;

/** The quarter that contains an instant. A fiscal year is named after the calendar year in which it ends. */
export function periodOf(instant: Date, calendar: Calendar): Period {
  const { year, month } = localParts(instant, calendar.timeZone);
  const monthsSinceFiscalZero = year * 12 + (month - 1) - (calendar.fiscalYearStartMonth - 1);
  return quarter(Math.floor(monthsSinceFiscalZero / 3), calendar);
}

/** The quarter with a label such as `2026-Q3`. */
export function parsePeriod(label: string, calendar: Calendar): Period {
  const match = LABEL.exec(label);
  if (!match) throw new AppError('BAD_REQUEST', `"${label}" is not a quarter. Write one such as "2026-Q3".`);
  const fiscalYear = Number(match[1]) - yearsUntilItsEnd(calendar);
  return quarter(fiscalYear * 4 + Number(match[2]) - 1, calendar);
}

/** The quarter just before another. */
export function previousPeriod(period: Period, calendar: Calendar): Period {
  return periodOf(new Date(Date.parse(period.startsAt) - 1), calendar);
}

function quarter(index: number, calendar: Calendar): Period {
  const firstMonth = index * 3 + calendar.fiscalYearStartMonth - 1;
  const year = Math.floor(index / 4) + yearsUntilItsEnd(calendar);
  return {
    label: `${year}-Q${(index % 4) + 1}`,
    startsAt: startOfMonth(firstMonth, calendar.timeZone).toISOString(),
    endsAt: startOfMonth(firstMonth + 3, calendar.timeZone).toISOString(),
  };
}

function yearsUntilItsEnd(calendar: Calendar): number {
  return calendar.fiscalYearStartMonth === 1 ? 0 : 1;
}

const DAY_MS = 86_400_000;

/** The first instant of a month (counted from year 0) in a time zone. */
function startOfMonth(months: number, timeZone: string): Date {
  const wallClock = Date.UTC(Math.floor(months / 12), months % 12, 1);
  // by the offset of the day before and of the day after: they differ where the clocks change that night
  const [first = 0, last = 0] = [wallClock - DAY_MS, wallClock + DAY_MS]
    .map((near) => wallClock - offsetMs(new Date(near), timeZone))
    .toSorted((a, b) => a - b);
  // where midnight itself is skipped neither shows it, and the month begins with the later one
  return new Date(first + offsetMs(new Date(first), timeZone) === wallClock ? first : last);
}

function offsetMs(instant: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = localParts(instant, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant.getTime() / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localParts(instant: Date, timeZone: string) {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
