const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Epoch milliseconds of an RFC 3339 time with its offset, such as `2026-11-22T12:00:00Z`; null where it is none. */
export function parseInstant(text: string): number | null {
  const match = RFC_3339.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match;
  // Date.parse takes 30 February for 2 March
  if (Number(day) > 28 && Number(day) > daysIn(Number(year), Number(month))) return null;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : atMs;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
