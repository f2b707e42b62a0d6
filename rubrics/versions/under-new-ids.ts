import type { Bundle } from '../evidence/bundle.ts';
import { keyOf } from '../evidence/day-columns.ts';
import { type LoadedBundle, loadBundle } from '../evidence/load-bundle.ts';
import type { Pack } from '../pack.ts';
import { renameMap } from './rename-map.ts';

/**
 * The evidence of one version of a rubric as another version reads it: what was said of a criterion counts under the id by which
 * it lives on, as it does where a platform adopts that version. Where nothing was renamed it is the same object. Pure.
 */
export function underNewIds(loaded: LoadedBundle, from: Pack, to: Pack): LoadedBundle {
  const renamed = renameMap(from, to);
  if (renamed.size === 0) return loaded;
  const { settings, attestations, exemptions, notApplicable, ...rest } = loaded.bundle;
  const targets = settings.itemTargets;
  const bundle: Bundle = {
    ...rest,
    settings: targets === undefined ? settings : { ...settings, itemTargets: carried(targets, renamed) },
    attestations: carried(attestations, renamed),
    exemptions: carried(exemptions, renamed),
    notApplicable: carried(notApplicable, renamed),
  };
  return loadBundle(bundle);
}

/** What stands under the new id already is newer, and stays alone; of two criteria that became one the first speaks. */
function carried<Claim extends { criterion: string; capability: string | null }>(
  claims: readonly Claim[],
  renamed: ReadonlyMap<string, string>,
): Claim[] {
  const keyAt = (criterion: string, { capability }: Claim) => keyOf(criterion, capability);
  const speaks = new Map(
    claims.filter(({ criterion }) => !renamed.has(criterion)).map((one) => [keyAt(one.criterion, one), one.criterion]),
  );
  return claims.flatMap((claim) => {
    const criterion = renamed.get(claim.criterion);
    if (criterion === undefined) return [claim];
    const place = keyAt(criterion, claim);
    if (!speaks.has(place)) speaks.set(place, claim.criterion);
    return speaks.get(place) === claim.criterion ? [{ ...claim, criterion }] : [];
  });
}
