import type { CellContext } from './roll-ups/roll-up-kind.ts';

/** The claim for this capability, else that for the platform. */
export function claimedOf({ plan, loaded: { claims } }: CellContext): number | null {
  if (claims.size === 0) return null;
  return claims.get(plan.claimKey) ?? claims.get(plan.claimOfPlatformKey) ?? null;
}
