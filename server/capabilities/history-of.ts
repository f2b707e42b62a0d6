import { z } from 'zod';
import { listScorecardDays, type ScorecardDay } from '#db/queries/scorecards.ts';
import { dateOf, dayOfDate } from '#rubrics/evidence/days.ts';
import { type CellChange, compareSnapshots, type Snapshot } from '#rubrics/scoring/compare.ts';
import type { Flip } from '#rubrics/scoring/flips.ts';
import { readCellRows } from '../assessments/cell-row.ts';
import { flipsSchema } from '../assessments/merge-flips.ts';
import type { Task } from '../tasks/task.ts';

export type Run = {
  from: string;
  to: string;
  level: number | null;
  low: number | null;
  high: number | null;
};
export type DayChange = CellChange & { day: string; rubricChanged: boolean };
/** The days of one capability: for each aspect how long it stood where, and every change with its reasons, newest first. */
export type CapabilityHistory = { runs: Record<string, Run[]>; changes: DayChange[] };

const inputSchema = z.strictObject({
  platformId: z.string(),
  capability: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** ids of the criteria that say whether something exists at all */
  anchors: z.array(z.string()),
});

/** Reads a year of daily rows, each with all cells of the platform. Whoever asks has been asked for permission before. */
export const capabilityHistoryTask: Task<z.infer<typeof inputSchema>, CapabilityHistory> = {
  key: 'capability-history',
  input: inputSchema,
  async run({ db }, { platformId, capability, from, to, anchors }) {
    const rows = await listScorecardDays(db, { platformId, from, to });
    return historyOf(rows, capability, new Set(anchors));
  },
};

type Day = Snapshot & { day: string; flips: Flip[] };

export function historyOf(
  rows: readonly ScorecardDay[],
  capability: string,
  anchors: ReadonlySet<string>,
): CapabilityHistory {
  const days = rows.map((row): Day => {
    const isHere = (one: { capability: string }) => one.capability === capability;
    return {
      day: row.day,
      rubric: { id: row.rubricId, version: row.rubricVersion, sha256: row.rubricSha256 },
      percentToTarget: { value: row.percentToTarget, low: row.percentLow, high: row.percentHigh },
      cells: readCellRows(row.cells).filter(isHere),
      flips: flipsSchema.parse(JSON.parse(row.flips)).filter(isHere),
    };
  });
  return { runs: runsOf(days), changes: changesOf(days, anchors).toReversed() };
}

const dayBefore = (day: string) => dateOf(dayOfDate(day) - 1);

function runsOf(days: readonly Day[]): CapabilityHistory['runs'] {
  const runs: Record<string, Run[]> = {};
  for (const { day, cells } of days) {
    for (const { aspect, level, low, high } of cells) {
      const known = runs[aspect] ?? [];
      const last = known.at(-1);
      const same = last?.level === level && last.low === low && last.high === high;
      // between two rows nothing was scored: what held goes on holding
      if (last !== undefined) last.to = same ? day : dayBefore(day);
      runs[aspect] = same ? known : [...known, { from: day, to: day, level, low, high }];
    }
  }
  return runs;
}

function changesOf(days: readonly Day[], anchors: ReadonlySet<string>): DayChange[] {
  return days.slice(1).flatMap((after, i) => {
    const before = days[i] ?? after;
    const given = { evidence: after.flips, rubric: [], anchors };
    const { cells, rubrics } = compareSnapshots({ before, rebased: before, after }, given);
    return cells.map((cell) => ({ ...cell, day: after.day, rubricChanged: rubrics.changed }));
  });
}
