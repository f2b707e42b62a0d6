import type { Bundle } from '../../evidence/bundle.ts';
import type { Combiner } from '../../pack-roll-up.ts';
import type { Rubric } from '../../rubric.ts';
import { combine } from './combine.ts';

/** What the criteria of a cell count in a pack that adds up answers; lists run beside the criteria of the cell. Plain data. */
export type CellItems = {
  /** what the full answer counts */
  full: readonly number[];
  /** what is aimed at */
  targets: readonly number[];
  /** the part of the aspect, as a place in `weights` */
  parts: readonly number[];
  /** of the parts, in a mean */
  weights: readonly number[];
  /** null: the aspect has no parts */
  byPart: Combiner | null;
  byAspect: Combiner;
};

type Settings = Pick<Bundle['settings'], 'itemTargets'>;
type About = { capability: string; aspect: number; target: number; criteria: Rubric['criteria'] };

/** The items of a cell; null where levels are gated. A criterion aims at its own target, else at the full answer up to the level that the cell aims at. */
export function itemsOf(rubric: Rubric, settings: Settings, about: About): CellItems | null {
  if (rubric.rollUp === 'gated') return null;
  const parts = rubric.pack.pack.aspects[about.aspect]?.parts ?? [];
  const full = about.criteria.map(({ fullValue }) => fullValue);
  const own = new Map(
    settings.itemTargets?.flatMap(({ capability, criterion, value }) =>
      capability === about.capability ? [[criterion, value] as const] : [],
    ),
  );
  return {
    full,
    targets: about.criteria.map(({ source: { id, level } }, i) => {
      const most = full[i] ?? 0;
      return Math.min(most, own.get(id) ?? (level <= about.target ? most : 0));
    }),
    parts: about.criteria.map(({ source: { part } }) =>
      Math.max(
        0,
        parts.findIndex(({ key }) => key === part),
      ),
    ),
    weights: parts.length === 0 ? [1] : parts.map(({ weight }) => weight ?? 1),
    byPart: parts.length === 0 ? null : (rubric.rollUp.part ?? rubric.rollUp.aspect),
    byAspect: rubric.rollUp.aspect,
  };
}

/** The number of a cell from the numbers of its criteria, layer by layer; null leaves a criterion out. Null of none. */
export function addUp(items: Omit<CellItems, 'full' | 'targets'>, numbers: readonly (number | null)[]): number | null {
  const { parts, weights, byPart, byAspect } = items;
  const weighed = (values: readonly (number | null)[], weightOf: (place: number) => number) =>
    values.flatMap((value, place) => (value === null ? [] : [{ value, weight: weightOf(place) }]));
  if (byPart === null)
    return combine(
      byAspect,
      weighed(numbers, () => 1),
    );
  const ofParts = weights.map((_, part) =>
    combine(
      byPart,
      weighed(
        numbers.map((value, i) => (parts[i] === part ? value : null)),
        () => 1,
      ),
    ),
  );
  return combine(
    byAspect,
    weighed(ofParts, (part) => weights[part] ?? 1),
  );
}
