import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Assessment } from '#db/queries/assessments.ts';
import { findDocuments } from '#db/queries/documents.ts';
import type { Database } from '#db/schema.ts';
import { type Bundle, bundleSchema } from '#rubrics/evidence/bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { type BacklogSnapshot, backlogSnapshotSchema } from '../backlog/backlog-snapshot.ts';
import { readFrozenRubric } from '../rubrics/read-frozen-rubric.ts';

export type Frozen = {
  assessment: Assessment;
  rubric: Rubric;
  bundle: Bundle;
  scorecard: z.infer<typeof scorecardSchema>;
  /** null: frozen before backlogs were kept */
  backlog: BacklogSnapshot | null;
};

/** The documents of an assessment, as they were frozen. */
export async function readFrozen(db: Kysely<Database>, assessment: Assessment): Promise<Frozen> {
  const { bundleSha256, scorecardSha256, backlogSha256 } = assessment;
  const texts = await findDocuments(db, [
    bundleSha256,
    scorecardSha256,
    ...(backlogSha256 === null ? [] : [backlogSha256]),
  ]);
  const document = (sha256: string): unknown => {
    const text = texts.get(sha256);
    if (text === undefined) throw new Error(`The document ${sha256} of assessment ${assessment.id} is gone.`);
    return JSON.parse(text);
  };
  const rubric = await readFrozenRubric(db, assessment.rubricSha256);
  if (rubric === undefined) throw new Error(`The rubric ${assessment.rubricSha256} of ${assessment.id} is gone.`);
  return {
    assessment,
    rubric,
    bundle: bundleSchema.parse(document(bundleSha256)),
    scorecard: scorecardSchema.parse(document(scorecardSha256)),
    backlog: backlogSha256 === null ? null : backlogSnapshotSchema.parse(document(backlogSha256)),
  };
}
