import { type Parsed, parsed, refused } from './parsed.ts';

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };
export const DAY_SECONDS = 86_400;
/** A century. What lies further from now than calendars reach is a time that nothing can be computed with. */
const LONGEST_SECONDS = 36_525 * DAY_SECONDS;

/** Reads a duration such as `90d`, `1h`, `30m`, `45s` as seconds. Working days are converted in the pack. */
export function parseDuration(text: string): Parsed<number> {
  const match = /^(\d+(?:\.\d+)?)(s|m|h|d)$/.exec(text.trim());
  const unit = SECONDS[match?.[2] ?? ''];
  if (!match || unit === undefined)
    return refused(`"${text}" is not a duration: write a number and s, m, h or d, such as "90d" or "1h"`);
  const seconds = Math.round(Number(match[1]) * unit * 1e6) / 1e6;
  if (seconds > LONGEST_SECONDS)
    return refused(`"${text.slice(0, 20)}" is longer than a century: write at most "36525d"`);
  return seconds > 0
    ? parsed(seconds)
    : refused(`"${text}" is no time at all: write a duration above zero, such as "1d"`);
}

/** Reads the window of a metric leaf: evidence is kept by UTC day, so a window has at least one. */
export function parseWindow(text: string): Parsed<number> {
  const duration = parseDuration(text);
  if (duration.ok && duration.value < DAY_SECONDS)
    return refused(`a window of "${text}" is too short: evidence is kept by UTC day, write "1d" or more`);
  return duration;
}
