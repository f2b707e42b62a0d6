import type { CellChange } from './compare.ts';

type CapabilityChange = {
  capability: string;
  change: NonNullable<CellChange['capabilityChange']>;
  cells: number;
};
export type ChangeGroups = {
  /** the level rose or fell, the widest step first */
  rose: CellChange[];
  fell: CellChange[];
  /** came, went, withdrawn or offered: its cells moved by decision, not by evidence */
  capabilities: CapabilityChange[];
  /** the level stands, or there is none to compare: what is possible or covered differs */
  surer: CellChange[];
  targets: CellChange[];
};

/** null sorts below 1 */
const stepOf = ({ before, after }: CellChange) => (after?.level ?? 0) - (before?.level ?? 0);
const applies = ({ before, after }: CellChange) =>
  before?.state !== 'not_applicable' && after?.state !== 'not_applicable';

/** The cells that moved, by what one would say of them. */
export function groupChanges(cells: readonly CellChange[]): ChangeGroups {
  const ofEvidence = cells.filter(({ capabilityChange }) => capabilityChange === null);
  const moved = ofEvidence.filter((cell) => cell.kind === 'level' && applies(cell) && stepOf(cell) !== 0);
  return {
    rose: moved.filter((cell) => stepOf(cell) > 0).toSorted((a, b) => stepOf(b) - stepOf(a)),
    fell: moved.filter((cell) => stepOf(cell) < 0).toSorted((a, b) => stepOf(a) - stepOf(b)),
    capabilities: changedCapabilities(cells),
    surer: ofEvidence.filter((cell) => cell.kind !== 'target' && !moved.includes(cell)),
    targets: ofEvidence.filter(({ kind }) => kind === 'target'),
  };
}

function changedCapabilities(cells: readonly CellChange[]): CapabilityChange[] {
  const byCapability = new Map<string, CapabilityChange>();
  for (const { capability, capabilityChange: change } of cells) {
    if (change === null) continue;
    const known = byCapability.get(capability)?.cells ?? 0;
    byCapability.set(capability, { capability, change, cells: known + 1 });
  }
  return [...byCapability.values()];
}

/** Cells of one aspect that moved alike, for the same reasons: what holds for the whole platform is said once. */
export type AlikeChanges = { first: CellChange; capabilities: string[] };

/** Cells as they come, those of one aspect that moved alike for the same reasons as one, under the first of them. */
export function mergeAlike(cells: readonly CellChange[]): AlikeChanges[] {
  const reason = ({ criterion, before, after, why, earlier }: CellChange['flips'][number]) => [
    ...[criterion, before, after, why],
    earlier,
  ];
  const place = (kind: CellChange['kind'], facts: CellChange['after']) => [
    ...[facts?.state, facts?.level],
    ...(kind === 'range' ? [facts?.low, facts?.high, facts?.coverage] : []),
    ...(kind === 'target' ? [facts?.target] : []),
  ];
  const key = ({ aspect, kind, before, after, flips, rubricFlips }: CellChange) =>
    JSON.stringify([aspect, kind, place(kind, before), place(kind, after), flips.map(reason), rubricFlips.map(reason)]);
  return [...Map.groupBy(cells, key).values()].flatMap((same) =>
    same[0] === undefined ? [] : [{ first: same[0], capabilities: same.map(({ capability }) => capability) }],
  );
}
