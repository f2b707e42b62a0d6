import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Assessment, findAssessment } from '#db/queries/assessments.ts';
import { findDocument } from '#db/queries/documents.ts';
import { findDayUntil, listFlipsOfDays } from '#db/queries/history.ts';
import type { Database } from '#db/schema.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { type Comparison, compareSnapshots, type Snapshot } from '#rubrics/scoring/compare.ts';
import type { Flip } from '#rubrics/scoring/flips.ts';
import { type Scorecard, scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { AppError } from '../errors.ts';
import { readFrozenRubric } from '../rubrics/read-frozen-rubric.ts';
import type { Task } from '../tasks/task.ts';
import { readCellRows } from './cell-row.ts';
import { compareWithFrozen } from './compare-with-frozen.ts';
import { flipsSchema, mergeFlips } from './merge-flips.ts';
import { readCurrent } from './read-current.ts';
import type { GradedScorecard } from './stored-scorecard.ts';

export const pointSchema = z.strictObject({
  kind: z.enum(['assessment', 'day', 'current']),
  /** of an assessment, with its period; else null */
  id: z.string().nullable(),
  period: z.string().nullable(),
  asOf: z.iso.datetime(),
});
/** A point in the history of a platform: a frozen quarter, the last scorecard of a day, or the current one. */
export type Point = z.infer<typeof pointSchema>;
const inputSchema = z.strictObject({ platformId: z.string(), from: pointSchema, to: pointSchema });
type Input = z.infer<typeof inputSchema>;

/** Compares two points, the earlier first. Whoever asks has been asked for permission before. */
export const comparePointsTask: Task<Input, { to: Point; comparison: Comparison }> = {
  key: 'compare-points',
  input: inputSchema,
  async run({ db }, { platformId, from, to }) {
    const [before, after] = [await readSide(db, platformId, from), await readSide(db, platformId, to)];
    const reached = { ...to, asOf: after.asOf };
    if (before.frozen !== null && after.scorecard !== null) {
      const rubric = await rubricOfSide(db, after);
      const now = { rubric, scorecard: after.scorecard };
      return { to: reached, comparison: await compareWithFrozen(db, before.frozen, now) };
    }
    return { to: reached, comparison: await compareDays(db, platformId, { before, after }) };
  },
};

type Side = { asOf: string; snapshot: Snapshot; scorecard: GradedScorecard | null; frozen: Assessment | null };

async function readSide(db: Kysely<Database>, platformId: string, point: Point): Promise<Side> {
  if (point.kind === 'day') return readDaySide(db, platformId, point);
  const frozen = point.id === null ? null : ((await findAssessment(db, platformId, point.id)) ?? null);
  const scorecard = frozen === null ? await readCurrent(db, platformId) : await readFrozenScorecard(db, frozen);
  if (scorecard === null) throw new AppError('UNAVAILABLE', 'This platform has not been scored yet.');
  return { asOf: scorecard.asOf, snapshot: scorecard, scorecard, frozen };
}

async function readFrozenScorecard(db: Kysely<Database>, { scorecardSha256 }: Assessment): Promise<Scorecard | null> {
  const text = await findDocument(db, scorecardSha256);
  return text === undefined ? null : scorecardSchema.parse(JSON.parse(text));
}

async function readDaySide(db: Kysely<Database>, platformId: string, { asOf }: Point): Promise<Side> {
  const row = await findDayUntil(db, platformId, asOf.slice(0, 'YYYY-MM-DD'.length));
  if (row === undefined) throw new AppError('NOT_FOUND', `Nothing was scored until ${asOf}.`);
  const snapshot = {
    rubric: { id: row.rubricId, version: row.rubricVersion, sha256: row.rubricSha256 },
    percentToTarget: { value: row.percentToTarget, low: row.percentLow, high: row.percentHigh },
    cells: readCellRows(row.cells),
  };
  return { asOf: row.asOf, snapshot, scorecard: null, frozen: null };
}

async function rubricOfSide(db: Kysely<Database>, { snapshot }: Side): Promise<Rubric> {
  const rubric = await readFrozenRubric(db, snapshot.rubric.sha256);
  if (rubric === undefined) throw new Error(`The rubric ${snapshot.rubric.sha256} is gone.`);
  return rubric;
}

/**
 * Days keep cells and flips, no evidence: what flipped is gathered day by day, and a change of the rubric between them cannot
 * be told from one of the evidence.
 */
async function compareDays(
  db: Kysely<Database>,
  platformId: string,
  { before, after }: { before: Side; after: Side },
): Promise<Comparison> {
  const dayOf = ({ asOf }: Side) => asOf.slice(0, 'YYYY-MM-DD'.length);
  const days = await listFlipsOfDays(db, { platformId, after: dayOf(before), to: dayOf(after) });
  const evidence = days
    .reduce<Flip[]>((all, { flips }) => mergeFlips(all, flipsSchema.parse(JSON.parse(flips))), [])
    .toSorted((a, b) => (a.criterion < b.criterion ? -1 : 1));
  const { pack } = await rubricOfSide(db, after);
  const anchors = new Set(pack.criteria.flatMap(({ id, role }) => (role === 'anchor' ? [id] : [])));
  const sides = { before: before.snapshot, rebased: before.snapshot, after: after.snapshot };
  const comparison = compareSnapshots(sides, { evidence, rubric: [], anchors });
  if (!comparison.rubrics.changed) return comparison;
  const { total } = comparison.percentToTarget;
  return { ...comparison, percentToTarget: { total, evidence: null, rubric: null } };
}
