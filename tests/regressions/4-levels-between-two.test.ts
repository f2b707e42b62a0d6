import { expect, test } from 'vitest';
import { insertUser } from '#db/queries/people.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { listedScorecardSchema, listScorecards } from '#server/assessments/list-scorecards.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { createImprovement, createImprovementInput } from '#server/backlog/create-improvement.ts';
import { listBacklog } from '#server/backlog/list-backlog.ts';
import { saveItemTarget } from '#server/catalogue/save-item-target.ts';
import { saveTargets } from '#server/catalogue/save-targets.ts';
import { exportReport } from '#server/reports/export-report.ts';
import { scoringContext } from '#tests/support/build-assessment.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

// Where answers are added up, levels and targets lie between two whole ones. What an improvement would move, what is frozen with
// it, and the list of scorecards took whole levels only.
onBothDatabases('a platform whose levels lie between two whole ones', (makeDb) => {
  test('has improvements, quarters and a line in the list of scorecards', async () => {
    const ctx = scoringContext(await makeDb(), person('editor', { id: 'erin' }));
    const at = ctx.now().toISOString();
    await insertUser(ctx.db, { id: 'erin', name: 'Erin', email: 'erin@example.org', password: null, at });
    await createTestPlatform(ctx.db, 'assurance', ['organization'], 'owasp-samm');
    const place = { platform: 'assurance', capability: 'organization' };
    await saveTargets(ctx, {
      platform: 'assurance',
      targets: [{ ...place, aspect: 'secure-build', level: 1 }].map(({ platform: _, ...one }) => one),
    });
    await saveItemTarget(ctx, { ...place, criterion: 'SB-1.b', value: 0.5 });
    await answerCriterion(ctx, { ...place, criterion: 'SB-1.a', answer: 'no' });
    const criteria = [{ criterion: 'SB-1.a', capability: 'organization' }];
    const wanted = { platform: 'assurance', title: 'Describe the build', criteria };
    await createImprovement(ctx, createImprovementInput.parse(wanted));
    const [item] = (await listBacklog(ctx, { platform: 'assurance' })).items;
    // one answer of two streams: half a level
    expect(item?.predicted?.cells).toEqual([{ capability: 'organization', aspect: 'secure-build', from: 0, to: 0.5 }]);
    const { items } = await listScorecards(ctx, { limit: 10 });
    const listed = listedScorecardSchema.parse(items[0]);
    expect(listed.cells.find(({ aspect }) => aspect === 'secure-build')?.target).toBe(0.75);
    const { id } = await freezeAssessment(ctx, { platform: 'assurance', period: '2026-Q4' });
    await publishAssessment(ctx, { platform: 'assurance', id });
    const { content } = await exportReport(ctx, { platform: 'assurance', id, format: 'md' });
    expect(new TextDecoder().decode(content)).toContain('Describe the build');
  });
});
