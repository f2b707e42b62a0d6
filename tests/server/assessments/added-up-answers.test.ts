import { beforeAll, describe, expect, test } from 'vitest';
import { insertUser } from '#db/queries/people.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { assessmentDocumentSchema, verifyAssessment } from '#server/assessments/verify-assessment.ts';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { reviewAttestation } from '#server/attestations/review-attestation.ts';
import { createImprovement, createImprovementInput } from '#server/backlog/create-improvement.ts';
import { moveImprovement } from '#server/backlog/move-improvement.ts';
import { readImprovement } from '#server/backlog/read-improvement.ts';
import { readCapability } from '#server/capabilities/read-capability.ts';
import { saveItemTarget } from '#server/catalogue/save-item-target.ts';
import { saveTargets } from '#server/catalogue/save-targets.ts';
import { listClaims } from '#server/evidence/list-claims.ts';
import { readFirstRun } from '#server/first-run/read-first-run.ts';
import { readOverview } from '#server/overview/read-overview.ts';
import { exportReport } from '#server/reports/export-report.ts';
import { scoringContext } from '#tests/support/build-assessment.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import { person, type TestContext } from '#tests/support/test-context.ts';

const ANSWERERS = ['erin', 'otto'];
const EDITOR = person('editor', { id: 'erin' });
const OTHER = person('editor', { id: 'otto' });
const place = { platform: 'assurance', capability: 'organization' };
const PRACTICE = { ...place, aspect: 'secure-build' };

/** A platform scored by SAMM whose only aim is the published target of Secure Build: 1, 1, 0, 1, 0.5, 0. */
async function start(ctx: TestContext): Promise<void> {
  for (const id of ANSWERERS)
    await insertUser(ctx.db, { id, name: id, email: `${id}@example.org`, password: null, at: ctx.now().toISOString() });
  await createTestPlatform(ctx.db, 'assurance', ['organization'], 'owasp-samm');
  const { open } = await readFirstRun(ctx, { platform: 'assurance' });
  expect(open).toEqual([]);
  const { aspects } = await readOverview(ctx, { platform: 'assurance' });
  const targets = aspects.map(({ key: aspect }) => ({ capability: 'organization', aspect, level: 0 }));
  await saveTargets(ctx, { platform: 'assurance', targets });
  for (const [criterion, value] of Object.entries({ 'SB-1.a': 1, 'SB-2.a': 1, 'SB-1.b': 1, 'SB-2.b': 0.5 }))
    await saveItemTarget(ctx, { ...place, criterion, value });
}

/** Answers questions and has another editor accept them. */
async function give(ctx: TestContext, answers: Record<string, string>): Promise<void> {
  for (const [criterion, answer] of Object.entries(answers)) {
    const given = await answerCriterion(ctx.as(EDITOR), { ...place, criterion, answer, qualityHolds: true });
    if (given.review === 'awaiting') await reviewAttestation(ctx.as(OTHER), { id: given.id, accept: true });
  }
}

const AFTER_A_QUARTER = {
  ...{ 'SB-1.a': 'most', 'SB-2.a': 'half', 'SB-3.a': 'no' },
  ...{ 'SB-1.b': 'most', 'SB-2.b': 'no', 'SB-3.b': 'no' },
};

onBothDatabases('a platform scored by SAMM', (makeDb) => {
  test('stands where the published example says, on every screen', async () => {
    const ctx = scoringContext(await makeDb(), EDITOR);
    await start(ctx);
    await give(ctx, AFTER_A_QUARTER);
    const { scorecard } = await readOverview(ctx, { platform: 'assurance' });
    expect(scorecard?.percentToTarget).toEqual({ value: 0.714286, low: 0.714286, high: 0.714286 });
    const claims = await listClaims(ctx, { platform: 'assurance' });
    expect(claims.map(({ answer }) => answer)).toContain('Yes, for at least half of the applications');
    const page = await readCapability(ctx, PRACTICE);
    expect(page.cells.find(({ aspect }) => aspect === 'secure-build')).toMatchObject({
      ...{ level: 1.25, low: 1.25, high: 1.25, target: 1.75, coverage: 1 },
      blockers: [{ id: 'SB-2.a' }, { id: 'SB-2.b' }],
    });
    // (1.25 + 0 + 0) / 3, and the two other practices could still be 3
    expect(page.groups.find(({ key }) => key === 'implementation')).toMatchObject({ level: 0.416667, high: 2.416667 });
    expect(page.open?.criteria.find(({ id }) => id === 'SB-2.a')).toMatchObject({
      state: 'not_met',
      counts: { value: 0.5, target: 1 },
    });
  });

  test('an improvement is worth what its answer counts more than it did when work began', async () => {
    const ctx = scoringContext(await makeDb(), EDITOR);
    await start(ctx);
    await give(ctx, AFTER_A_QUARTER);
    const work = async (criterion: string) => {
      const criteria = [{ criterion, capability: 'organization' }];
      const about = { platform: 'assurance', title: `Work on ${criterion}`, criteria };
      const { id } = await createImprovement(ctx, createImprovementInput.parse(about));
      await moveImprovement(ctx, { platform: 'assurance', id, version: 1, state: 'doing' });
      await moveImprovement(ctx, { platform: 'assurance', id, version: 2, state: 'done' });
      return id;
    };
    // half → most, which is aimed at; no → half, which is aimed at; no → no, of which nobody wants anything
    const [full, half, none] = [await work('SB-2.a'), await work('SB-2.b'), await work('SB-3.a')];
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await give(ctx, { 'SB-2.a': 'most', 'SB-2.b': 'half' });
    await ctx.rescore('assurance');
    const outcome = async (id: string) => {
      const { state, measured } = await readImprovement(ctx, { platform: 'assurance', id });
      return [state, measured?.value ?? null];
    };
    // of 3.5 that are aimed at in all, half an answer each
    expect(await outcome(full)).toEqual(['verified', 0.142857]);
    expect(await outcome(half)).toEqual(['verified', 0.142857]);
    expect(await outcome(none)).toEqual(['done', null]);
  });

  test('a question shows its named answers, what must hold, and what it means that it should not apply', async () => {
    const ctx = scoringContext(await makeDb(), EDITOR);
    await start(ctx);
    const page = await readCapability(ctx, { ...PRACTICE, criterion: 'SB-2.b' });
    expect(page.open?.criterion).toMatchObject({
      part: 'Software Dependencies',
      answerNames: [{ name: 'No', value: 0 }, { value: 0.25 }, { value: 0.5 }, { value: 1 }],
      notApplicableAdvice: expect.stringContaining('nearly always the wrong answer'),
    });
    expect(page.open?.criterion?.quality.length).toBeGreaterThan(1);
  });

  test('more than "no" is refused until all that must hold is said to hold', async () => {
    const ctx = scoringContext(await makeDb(), EDITOR);
    await start(ctx);
    const answer = { ...place, criterion: 'SB-1.a', answer: 'some' };
    await expect(answerCriterion(ctx, answer)).rejects.toThrow('Before this answer, all of this must hold');
    await expect(answerCriterion(ctx, { ...answer, qualityHolds: false })).rejects.toThrow('must hold');
    await expect(answerCriterion(ctx, { ...answer, answer: 'yes' })).rejects.toThrow(
      'Answer with one of no, some, half, most.',
    );
    expect(await answerCriterion(ctx, { ...answer, answer: 'no' })).toMatchObject({ review: 'not_needed' });
  });
});

describe('a quarter scored by SAMM', () => {
  const kept: { ctx?: TestContext; id?: string; remove?: () => Promise<void> } = {};
  const frozen = () => {
    if (kept.ctx === undefined || kept.id === undefined) throw new Error('Nothing is frozen.');
    return { ctx: kept.ctx, id: kept.id };
  };
  beforeAll(async () => {
    const { db, remove } = await makeSqlite();
    const ctx = scoringContext(db, EDITOR);
    await start(ctx);
    await give(ctx, AFTER_A_QUARTER);
    const { id } = await freezeAssessment(ctx, { platform: 'assurance', period: '2026-Q4' });
    await publishAssessment(ctx.as(OTHER), { platform: 'assurance', id });
    Object.assign(kept, { ctx, id, remove });
    return async () => remove();
  }, 60_000);

  test('is recomputed from what was kept to the same bytes', async () => {
    const { ctx, id } = frozen();
    const { content } = await exportReport(ctx, { platform: 'assurance', id, format: 'json' });
    const document = assessmentDocumentSchema.parse(JSON.parse(new TextDecoder().decode(content)));
    expect(verifyAssessment(document, null).filter(({ same }) => !same)).toEqual([]);
    expect(document.scorecard.percentToTarget.value).toBe(0.714286);
  });

  test.each(['html', 'md', 'csv', 'json', 'xlsx', 'pdf'] as const)('has its report as %s', async (format) => {
    const { ctx, id } = frozen();
    const { content } = await exportReport(ctx, { platform: 'assurance', id, format });
    expect(content.length).toBeGreaterThan(500);
    if (format === 'md') {
      const text = new TextDecoder().decode(content);
      expect(text).toContain('71%');
      expect(text).toContain('1\\.25');
      // fifteen practices do not fit side by side: they stand below each other
      expect(text).toMatch(/^\| +\| The whole organization \|$/m);
    }
  });
});
