import type { Kysely } from 'kysely';
import { findPublishedAssessment } from '#db/queries/assessments.ts';
import { findReportDraft } from '#db/queries/report-drafts.ts';
import type { Database } from '#db/schema.ts';
import { parseAsks } from './report-words.ts';

/** What has been written for a quarter's report, and by whom. */
export type ReportWords = { note: string; asks: string[]; savedBy: string | null; savedAt: string | null };

/** The words of a quarter's draft. A correction begins with those of the report that it corrects. */
export async function findWords(db: Kysely<Database>, platformId: string, period: string): Promise<ReportWords> {
  const draft = await findReportDraft(db, platformId, period);
  if (draft !== undefined) {
    const { note, asks, savedBy, savedAt } = draft;
    return { note: note ?? '', asks: parseAsks(asks), savedBy, savedAt };
  }
  const published = await findPublishedAssessment(db, platformId, period);
  if (published === undefined) return { note: '', asks: [], savedBy: null, savedAt: null };
  const { note, asks, frozenBy, frozenAt } = published;
  return { note: note ?? '', asks: parseAsks(asks), savedBy: frozenBy, savedAt: frozenAt };
}
