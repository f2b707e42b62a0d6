import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Catalogue = inferRouterOutputs<AppRouter>['catalogue']['readCatalogue'];
export type Target = Catalogue['targets'][number];
export type Aspect = Catalogue['aspects'][number];
export type Level = Catalogue['levels'][number];
/** By `capability/aspect`; null: the default. */
export type Levels = ReadonlyMap<string, number | null>;

export const cellName = (capability: string, aspect: string): string => `${capability}/${aspect}`;

export const levelsOf = (targets: readonly Target[]): Levels =>
  new Map(targets.map(({ capability, aspect, level }) => [cellName(capability, aspect), level]));

/** The same levels with some cells at another one. */
export const withLevel = (levels: Levels, cells: readonly Target[], level: number | null): Levels =>
  new Map([...levels, ...cells.map(({ capability, aspect }) => [cellName(capability, aspect), level] as const)]);

/** The cells whose level is another than the one that is kept. */
export function changedTargets(targets: readonly Target[], levels: Levels) {
  return targets.flatMap(({ capability, aspect, level }) => {
    const wanted = levels.get(cellName(capability, aspect)) ?? null;
    return wanted === level ? [] : [{ capability, aspect, level: wanted }];
  });
}
