import { DAY_MS } from './notice-kind.ts';

/** People hear of an end twice: when two weeks are left, and when three days are. */
const WARNINGS = [3, 14];

/** Which warning is due at an instant; null: too early, or over. */
export function warningAt(expiresAt: string | null, now: Date): string | null {
  if (expiresAt === null) return null;
  const left = new Date(expiresAt).getTime() - now.getTime();
  const days = left <= 0 ? undefined : WARNINGS.find((days) => left <= days * DAY_MS);
  return days === undefined ? null : `${days}-days`;
}
