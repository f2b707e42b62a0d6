type Levels = readonly { level: number }[];

const ascending = (levels: Levels) => levels.map(({ level }) => level).toSorted((a, b) => a - b);

/** What people may say of a place: a level, or half-way between two that are neighbours in the rubric; ascending. */
export function levelSteps(levels: Levels): number[] {
  return ascending(levels).flatMap((level, index, all) => {
    const next = all[index + 1];
    return next === undefined ? [level] : [level, (level + next) / 2];
  });
}

/** How many levels of the rubric lie from one step up to another: neighbours are one apart, whatever their numbers. */
export function levelsApart(levels: Levels, low: number, high: number): number {
  const sorted = ascending(levels);
  return positionOf(sorted, high) - positionOf(sorted, low);
}

/** The place of a step in the row of levels: 0 the lowest, 0.5 half-way to the next. */
function positionOf(sorted: readonly number[], step: number): number {
  const above = sorted.findIndex((level) => level >= step);
  if (above === -1) return sorted.length - 1;
  const [low, high] = [sorted[above - 1], sorted[above]];
  return low === undefined || high === undefined ? Math.max(0, above) : above - (high - step) / (high - low);
}
