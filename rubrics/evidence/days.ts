const DAY_MS = 86_400_000;

/** Days since 1970-01-01 (UTC) of an instant. */
export const dayOf = (ms: number) => Math.floor(ms / DAY_MS);
/** Days since 1970-01-01 of a date such as `2026-03-31`. */
export const dayOfDate = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
/** The date of a day number. */
export const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** Whole days between two instants. */
export const daysBetween = (fromMs: number, toMs: number) => Math.floor((toMs - fromMs) / DAY_MS);
