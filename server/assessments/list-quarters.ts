import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Assessment } from '#db/queries/assessments.ts';
import { findDocuments } from '#db/queries/documents.ts';
import type { Database } from '#db/schema.ts';
import { percentToTargetSchema, rubricIdSchema } from '#rubrics/scoring/scorecard.ts';

export const quarterSchema = z.strictObject({
  id: z.string(),
  period: z.string(),
  asOf: z.iso.datetime(),
  rubric: rubricIdSchema,
  percentToTarget: percentToTargetSchema,
});
export type Quarter = z.infer<typeof quarterSchema>;

/** All that a series needs of a scorecard. */
const headSchema = z.object({ rubric: rubricIdSchema, percentToTarget: percentToTargetSchema });
type Head = z.infer<typeof headSchema>;

/** Frozen scorecards never change, and each is large: what was read once is kept. */
const heads = new Map<string, Head>();
const KEPT = 400;

/** Frozen quarters as points of a series, in the order given. */
export async function listQuarters(db: Kysely<Database>, assessments: readonly Assessment[]): Promise<Quarter[]> {
  const missing = assessments.map(({ scorecardSha256 }) => scorecardSha256).filter((sha256) => !heads.has(sha256));
  for (const [sha256, text] of await findDocuments(db, missing)) heads.set(sha256, headSchema.parse(JSON.parse(text)));
  const points = assessments.map(({ id, period, asOf, scorecardSha256 }) => {
    const head = heads.get(scorecardSha256);
    if (head === undefined) throw new Error(`The scorecard of assessment ${id} is gone.`);
    return { id, period, asOf, ...head };
  });
  for (const oldest of [...heads.keys()].slice(0, -KEPT)) heads.delete(oldest);
  return points;
}
