export const DAY_MS = 86_400_000;

/** The UTC day of an instant, as days since 1970-01-01. */
export const dayOf = (atMs: number): number => Math.floor(atMs / DAY_MS);

/** `YYYY-MM-DD` */
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
