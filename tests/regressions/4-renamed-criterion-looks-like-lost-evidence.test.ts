import { afterAll, beforeEach, expect, test } from 'vitest';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { readComparison } from '#server/assessments/read-comparison.ts';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { reviewAttestation } from '#server/attestations/review-attestation.ts';
import { adoptVersion } from '#server/rubrics/adopt-version.ts';
import { tryRubric } from '#server/rubrics/try-rubric.ts';
import { scoringContext } from '#tests/support/build-assessment.ts';
import { claimsContext, EDITOR, OTHER_EDITOR } from '#tests/support/build-claims.ts';
import { draftWith, forgetRubrics, platform, publishWith, RENAMED } from '#tests/support/build-rubric-draft.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);

onBothDatabases('a criterion that lives on under another id', (makeDb) => {
  test('is met in a dry run and in a comparison as it was', async () => {
    const db = await makeDb();
    await claimsContext(db);
    const ctx = scoringContext(db, EDITOR);
    const place = { platform, criterion: 'INT-2.c', capability: 'data' };
    const { id } = await answerCriterion(ctx, { ...place, answer: 'yes', link: 'https://wiki.example.org/data' });
    await reviewAttestation(ctx.as(OTHER_EDITOR), { id, accept: true });
    await ctx.rescore(platform);
    const { id: assessment } = await freezeAssessment(ctx, { platform, period: '2026-Q4' });
    await publishAssessment(ctx, { platform, id: assessment });

    const { draft } = await draftWith(ctx, RENAMED);
    const today = await tryRubric(ctx, { platform, rubric: draft });
    const then = await tryRubric(ctx, { platform, rubric: draft, assessment });
    for (const { effect } of [today, then]) {
      // one criterion under another id: nothing came and nothing went
      expect(effect.criteria).toEqual([]);
      expect(effect.percentToTarget.after).toEqual(effect.percentToTarget.before);
    }

    ctx.setNow('2026-11-23T12:00:00.000Z');
    await adoptVersion(ctx, { platform, rubric: await publishWith(ctx, '2.0.0', RENAMED) });
    const { comparison } = await readComparison(ctx, { platform, from: assessment });
    const flips = comparison?.cells.flatMap((cell) => cell.flips) ?? [];
    expect(flips.filter(({ criterion }) => criterion.startsWith('INT-2.'))).toEqual([]);
    expect(comparison?.percentToTarget).toMatchObject({ total: 0, evidence: 0, rubric: 0 });
  });
});
