import type { Kysely } from 'kysely';
import { z } from 'zod';
import { findPreviousAssessment, listAssessments } from '#db/queries/assessments.ts';
import { findScorecardStamp } from '#db/queries/overview.ts';
import type { Database } from '#db/schema.ts';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { parsePeriod } from '../assessments/period.ts';
import { scorePlatform } from '../assessments/score-platform.ts';
import { nameOwners, snapshotBacklog } from '../backlog/snapshot-backlog.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import type { Task } from '../tasks/task.ts';
import { buildReportModel } from './build-report-model.ts';
import { draftEdition } from './edition.ts';
import { findWords, type ReportWords } from './find-words.ts';
import { chainOf, compareWithChain } from './gather-frozen.ts';
import type { Basis } from './report-material.ts';
import type { Report } from './report-model.ts';

export const previewReportInput = z.strictObject({ platform: z.string(), period: z.string() });
type Input = z.infer<typeof previewReportInput>;

type Preview = { report: Report; words: ReportWords; period: string };

/** The report that a quarter would have if it were frozen now, from the stored scorecard. */
export const previewReportTask: Task<Input, Preview> = {
  key: 'preview-report',
  input: previewReportInput,
  async run(ctx, input) {
    const platform = await findPlatform(ctx, input.platform);
    requireRole(ctx, platform.id, 'editor', 'assessments:write');
    const { label: period } = parsePeriod(input.period, platform);
    const words = await findWords(ctx.db, platform.id, period);
    const basis = await gatherNow(ctx.db, platform, { period, words });
    const previous = await findPreviousAssessment(ctx.db, platform.id, period);
    const earlier =
      previous === undefined ? [] : chainOf(previous, await listAssessments(ctx.db, platform.id)).slice(1 - MOST);
    const report = buildReportModel(await compareWithChain(ctx.db, basis, earlier));
    return { report, words, period };
  },
};

const MOST = 12;

async function gatherNow(
  db: Kysely<Database>,
  platform: Platform,
  given: { period: string; words: ReportWords },
): Promise<Basis> {
  const row = await findScorecardStamp(db, platform.id);
  if (!row?.scored) throw new AppError('UNAVAILABLE', 'This platform has not been scored yet.');
  const { rubric, loaded, scorecard: scored } = await scorePlatform(db, platform, new Date(row.asOf));
  const [{ bundle }, scorecard] = [loaded, scorecardSchema.parse(scored)];
  const backlog = await nameOwners(db, await snapshotBacklog(db, platform.id, row.asOf));
  return { edition: draftEdition(platform.name, given.period, given.words), rubric, bundle, scorecard, backlog };
}

/** The live preview of a quarter's report, for those who may freeze it. Nothing of it is kept. */
export function previewReport(ctx: Context, input: Input): Promise<Preview> {
  return ctx.runTask(previewReportTask, input);
}
