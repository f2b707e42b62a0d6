import type { Pack } from '../pack.ts';

/**
 * Which criteria of one version live on under which id in another: what the newer one says was renamed, read forwards or, where
 * one goes back to an older version, backwards. Ids that both have are left out.
 */
export function renameMap(from: Pack, to: Pack): Map<string, string> {
  const there = new Set(to.criteria.map(({ id }) => id));
  const back = Object.entries(from.pack.renamed ?? {}).map(([old, now]) => [now, old] as const);
  const forward = Object.entries(to.pack.renamed ?? {});
  return new Map([...back, ...forward].filter(([old, now]) => !there.has(old) && there.has(now)));
}
