import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Assessment, findAssessment } from '#db/queries/assessments.ts';
import { findDocument } from '#db/queries/documents.ts';
import { findDayUntil } from '#db/queries/history.ts';
import type { Database } from '#db/schema.ts';
import type { LoadedBundle } from '#rubrics/evidence/load-bundle.ts';
import { type Comparison, compareScorecards, type Snapshot } from '#rubrics/scoring/compare.ts';
import { score } from '#rubrics/scoring/score.ts';
import { type Scorecard, scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { renameMap } from '#rubrics/versions/rename-map.ts';
import { underNewIds } from '#rubrics/versions/under-new-ids.ts';
import { AppError } from '../errors.ts';
import type { Task } from '../tasks/task.ts';
import { readCellRows } from './cell-row.ts';
import { compareDays } from './compare-days.ts';
import { compareWithFrozen } from './compare-with-frozen.ts';
import { readCurrent } from './read-current.ts';
import { rubricOfSide } from './rubric-of-side.ts';
import { scoreDayAnew } from './score-day-anew.ts';
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
    return { to: { ...to, asOf: after.asOf }, comparison: await compareSides(db, platformId, { before, after }) };
  },
};

/** One end of a comparison; `scorecard` and `loaded` are null where nothing but the daily row is left of it. */
export type Side = {
  asOf: string;
  snapshot: Snapshot;
  scorecard: GradedScorecard | null;
  loaded: LoadedBundle | null;
  frozen: Assessment | null;
};

/** Evidence and rubric are told apart wherever the evidence of the earlier end is at hand. */
async function compareSides(
  db: Kysely<Database>,
  platformId: string,
  { before, after }: { before: Side; after: Side },
): Promise<Comparison> {
  if (before.scorecard === null || after.scorecard === null) return compareDays(db, platformId, { before, after });
  const now = { rubric: await rubricOfSide(db, after), scorecard: after.scorecard };
  if (before.frozen !== null) return compareWithFrozen(db, before.frozen, now);
  const isOneRubric = before.snapshot.rubric.sha256 === now.rubric.sha256;
  if (isOneRubric || before.loaded === null) return compareScorecards(before.scorecard, now.scorecard);
  const { pack } = await rubricOfSide(db, before);
  const loaded = underNewIds(before.loaded, pack, now.rubric.pack);
  const renamed = renameMap(pack, now.rubric.pack);
  return compareScorecards(before.scorecard, now.scorecard, score(now.rubric, loaded), renamed);
}

async function readSide(db: Kysely<Database>, platformId: string, point: Point): Promise<Side> {
  if (point.kind === 'day') return readDaySide(db, platformId, point);
  const frozen = point.id === null ? null : ((await findAssessment(db, platformId, point.id)) ?? null);
  const scorecard = frozen === null ? await readCurrent(db, platformId) : await readFrozenScorecard(db, frozen);
  if (scorecard === null) throw new AppError('UNAVAILABLE', 'This platform has not been scored yet.');
  return { asOf: scorecard.asOf, snapshot: scorecard, scorecard, loaded: null, frozen };
}

async function readFrozenScorecard(db: Kysely<Database>, { scorecardSha256 }: Assessment): Promise<Scorecard | null> {
  const text = await findDocument(db, scorecardSha256);
  return text === undefined ? null : scorecardSchema.parse(JSON.parse(text));
}

async function readDaySide(db: Kysely<Database>, platformId: string, { asOf }: Point): Promise<Side> {
  const row = await findDayUntil(db, platformId, asOf.slice(0, 'YYYY-MM-DD'.length));
  if (row === undefined) throw new AppError('NOT_FOUND', `Nothing was scored until ${asOf}.`);
  const anew = await scoreDayAnew(db, row);
  if (anew !== null) {
    const { scorecard, loaded } = anew;
    return { asOf: row.asOf, snapshot: scorecard, scorecard, loaded, frozen: null };
  }
  const snapshot = {
    rubric: { id: row.rubricId, version: row.rubricVersion, sha256: row.rubricSha256 },
    percentToTarget: { value: row.percentToTarget, low: row.percentLow, high: row.percentHigh },
    cells: readCellRows(row.cells),
  };
  return { asOf: row.asOf, snapshot, scorecard: null, loaded: null, frozen: null };
}
