const MINUTE_MS = 60_000;
/** Pauses between attempts: short ones for a greylist, long ones for a weekend without a mail server. */
const PAUSES_MS = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60].map((minutes) => minutes * MINUTE_MS);

/** When to try again after so many attempts; null: it has been tried long enough. */
export function retryAt(attempts: number, now: Date): number | null {
  const pause = PAUSES_MS[attempts - 1];
  return pause === undefined ? null : now.getTime() + pause;
}
