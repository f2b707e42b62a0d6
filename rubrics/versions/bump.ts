import { z } from 'zod';

/** How far a change of a pack moves its version (docs/rubrics.md, "Changing a pack"), the smallest first. */
export const BUMPS = ['none', 'patch', 'minor', 'major'] as const;
export const bumpSchema = z.enum(BUMPS);
export type Bump = z.infer<typeof bumpSchema>;

/** The furthest that any of them moves a version; of none `none`. */
export const largestBump = (bumps: readonly Bump[]): Bump =>
  BUMPS[Math.max(0, ...bumps.map((bump) => BUMPS.indexOf(bump)))] ?? 'none';

const numbersOf = (version: string) => version.split('.').map(Number);

/** Orders versions such as `1.10.0`: negative where `a` is the older one. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const differing = left.findIndex((number, i) => number !== right[i]);
  return differing === -1 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}

/** The least version after `from` that a change of this size may have. */
export function nextVersion(from: string, bump: Bump): string {
  const [major = 0, minor = 0, patch = 0] = numbersOf(from);
  if (bump === 'major') return `${major + 1}.0.0`;
  return bump === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** Whether `to` is far enough after `from` for a change of this size. More than is needed is always allowed. */
export function isEnough({ from, to }: { from: string; to: string }, bump: Bump): boolean {
  return compareVersions(to, nextVersion(from, bump)) >= 0;
}
