import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { insertUser } from '#db/queries/people.ts';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { readBundle } from '#server/assessments/read-bundle.ts';
import { readScorecard } from '#server/assessments/read-scorecard.ts';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { reviewAttestation } from '#server/attestations/review-attestation.ts';
import { readCapability } from '#server/capabilities/read-capability.ts';
import { saveTargets } from '#server/catalogue/save-targets.ts';
import { listGaps } from '#server/overview/list-gaps.ts';
import { readOverview } from '#server/overview/read-overview.ts';
import { planBudget, planBudgetInput } from '#server/planning/plan-budget.ts';
import { readPlanner } from '#server/planning/read-planner.ts';
import { readPlatformRoute } from '#server/planning/read-platform-route.ts';
import { scoreWhatIf } from '#server/planning/score-what-if.ts';
import { exportReport } from '#server/reports/export-report.ts';
import { adoptVersion } from '#server/rubrics/adopt-version.ts';
import { createDraft } from '#server/rubrics/create-draft.ts';
import { publishDraft, publishDraftInput } from '#server/rubrics/publish-draft.ts';
import { readDraft } from '#server/rubrics/read-draft.ts';
import { tryRubric } from '#server/rubrics/try-rubric.ts';
import { saveClaims } from '#server/self-assessment/save-claims.ts';
import { scoringContext } from '#tests/support/build-assessment.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { record } from '#tests/support/build-evidence.ts';
import { type OwnShape, ownPack } from '#tests/support/build-own-pack.ts';
import { forgetRubrics } from '#tests/support/build-rubric-draft.ts';
import { makeFolder } from '#tests/support/cli-workspace.ts';
import { type MakeDatabase, makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import { runCli } from '#tests/support/run-cli.ts';
import { person, type TestContext } from '#tests/support/test-context.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);

const platform = 'payments';
const capability = 'data';
const EDITOR = person('editor', { id: 'erin' });
const OTHER = person('editor', { id: 'otto' });
const NEW = { rubric: 'own-model@1.0.0', platform };

/** The platform under the CNCF pack with a sample of self-service, then under SAMM with an answer to SB-1.a. */
async function start(makeDb: MakeDatabase): Promise<TestContext> {
  const ctx = scoringContext(await makeDb(), EDITOR);
  for (const id of ['erin', 'otto'])
    await insertUser(ctx.db, { id, name: id, email: `${id}@example.org`, password: null, at: ctx.now().toISOString() });
  await createTestPlatform(ctx.db, platform, [capability]);
  await record(ctx, [{ metric: 'self-service-rate', capability, at: '2026-11-22T09:00:00Z', value: 0.9 }]);
  await adoptVersion(ctx, { platform, rubric: 'owasp-samm@1.0.0' });
  const place = { platform, capability, criterion: 'SB-1.a' };
  const { id } = await answerCriterion(ctx, { ...place, answer: 'half', qualityHolds: true });
  await reviewAttestation(ctx.as(OTHER), { id, accept: true });
  return ctx;
}

/** Drafts, lints, tries and publishes a pack of one's own, and has the platform scored by it. */
async function adoptOwn(ctx: TestContext, shape: OwnShape): Promise<void> {
  const { id: draft, version } = await createDraft(ctx, { platform, files: ownPack(shape) });
  expect((await readDraft(ctx, { platform, draft })).judgement.findings).toEqual([]);
  const tried = await tryRubric(ctx, { platform, rubric: draft });
  expect(tried.effect.percentToTarget.after.value).toBeGreaterThan(0);
  await publishDraft(ctx, publishDraftInput.parse({ platform, draft, version }));
  await adoptVersion(ctx, NEW);
}

const SHAPES: OwnShape[] = [
  { levels: 3, aspects: 2 },
  { levels: 5, aspects: 6 },
];

onBothDatabases('a pack of one’s own', (makeDb) => {
  test.each(SHAPES)('of $levels levels and $aspects aspects goes the whole way', async (shape) => {
    const ctx = await start(makeDb);
    await adoptOwn(ctx, shape);
    const { levels: top, aspects } = shape;
    expect((await readOverview(ctx, { platform })).levels).toHaveLength(top);
    const scorecard = await readScorecard(ctx, { platform });
    expect(scorecard.cells).toHaveLength(aspects);
    // level 2 asks for self-service, which the CNCF pack had measured; level 3 for the answer given to SAMM
    for (const cell of scorecard.cells) expect(cell).toMatchObject({ state: 'scored', level: 3, target: top });
    // 2 of top − 1 levels above the first
    expect(scorecard.percentToTarget.value).toBeCloseTo(2 / (top - 1), 6);

    await saveTargets(ctx, { platform, targets: [{ capability, aspect: 'care', level: 2 }] });
    await saveClaims(ctx, { platform, claims: [{ aspect: 'delivery', capability: null, claimed: top }] });
    const page = await readCapability(ctx, { platform, capability, aspect: 'delivery', criterion: 'DEL-2.a' });
    expect(page.levels.map(({ level }) => level)).toEqual(Array.from({ length: top }, (_, i) => i + 1));
    const gaps = await listGaps(ctx, { platform });
    expect(gaps.top).toBe(top);
    expect(gaps.cells.find(({ aspect }) => aspect === 'delivery')).toMatchObject({ claimed: top });

    const assumptions = Array.from({ length: top - 1 }, (_, i) => ({
      ...{ criterion: `DEL-${i + 2}.a`, capability, state: 'met' as const },
    }));
    const hypothetical = await scoreWhatIf(ctx, { platform, assumptions });
    expect(hypothetical.cells.find(({ aspect }) => aspect === 'delivery')?.level).toBe(top);
    expect((await readPlanner(ctx, { platform })).levels).toHaveLength(top);
    const route = await readPlatformRoute(ctx, { platform });
    const plan = await planBudget(ctx, planBudgetInput.parse({ platform, budget: 1000 }));
    expect(plan.percentToTarget.after.value).toBe(1);
    // every aspect but the one that aims at 2 still has its levels above 3 to go
    expect(plan.cells.map(({ to }) => to)).toEqual(Array.from({ length: top > 3 ? aspects - 1 : 0 }, () => top));
    expect((route.route?.stages.length ?? 0) > 0).toBe(top > 3);
  });

  test('takes evidence of two other packs over, and leaves it theirs', async () => {
    const ctx = await start(makeDb);
    const metOf = async () =>
      (await readScorecard(ctx, { platform })).cells.flatMap(({ criteria }) =>
        criteria.filter(({ state, role }) => state === 'met' && role === 'required').map(({ id }) => id),
      );
    await adoptOwn(ctx, { levels: 3, aspects: 2 });
    expect(await metOf()).toEqual(['DEL-2.a', 'DEL-3.a', 'CAR-2.a', 'CAR-3.a']);
    // the same answer and the same sample, each under the pack that asked for it
    const { effect: samm } = await tryRubric(ctx, { platform, rubric: 'owasp-samm@1.0.0' });
    expect(samm.percentToTarget.after.value).toBeGreaterThan(0);
    await adoptVersion(ctx, { platform, rubric: 'cncf-platform@1.0.0' });
    expect(await metOf()).toContain('INT-3.a');
  });

  test.each(SHAPES)('of $levels levels has its quarter in every format', async (shape) => {
    const ctx = await start(makeDb);
    await adoptOwn(ctx, shape);
    const { id } = await freezeAssessment(ctx, { platform, period: '2026-Q4' });
    await publishAssessment(ctx.as(OTHER), { platform, id });
    for (const format of ['html', 'md', 'csv', 'json', 'xlsx', 'pdf'] as const) {
      const { content } = await exportReport(ctx, { platform, id, format });
      expect(content.length).toBeGreaterThan(500);
      // level 3 is the top of three, and two steps below the top of five: four shades for all of them
      if (format === 'html')
        expect(new TextDecoder().decode(content)).toContain(shape.levels === 3 ? 'step-4' : 'step-3');
    }
  });
});

test('the pack that the guide begins with has no fault', () => {
  const guide = readFileSync(new URL('../../../docs/rubrics.md', import.meta.url), 'utf8');
  const blocks = [...guide.matchAll(/```yaml\n# (\S+\.yaml)\n([\s\S]*?)```/g)];
  const files = blocks.map(([, file = '', text = '']) => ({ file, text }));
  expect(files.map(({ file }) => file)).toEqual([
    ...['pack.yaml', 'metrics.yaml', 'questions.yaml', 'criteria/delivery.yaml'],
  ]);
  expect(lintPack(files)).toEqual([]);
});

describe('the command line', { timeout: 60_000 }, () => {
  const { folder } = makeFolder();
  const write = (shape: OwnShape) => {
    const home = join(folder, `own-${shape.levels}`);
    for (const { file, text } of ownPack(shape)) {
      mkdirSync(dirname(join(home, file)), { recursive: true });
      writeFileSync(join(home, file), text);
    }
    return home;
  };

  test('checks, scores, explains and plans by a pack of five levels', async () => {
    const { db, remove } = await makeSqlite();
    const ctx = await start(async () => db);
    const bundle = join(folder, 'bundle.json');
    writeFileSync(bundle, await readBundle(ctx, { platform }));
    await remove();
    const pack = write({ levels: 5, aspects: 6 });
    expect(await runCli(['lint', pack])).toMatchObject({ code: 0, out: expect.stringContaining('No fault') });
    const files = ['--pack', pack, '--bundle', bundle];
    const scored = await runCli(['score', ...files, '--format', 'table']);
    expect(scored).toMatchObject({ code: 0, out: expect.stringContaining('Our learning') });
    const explained = await runCli(['explain', ...files, '--cell', `${capability}/delivery`]);
    expect(explained).toMatchObject({ code: 0, out: expect.stringContaining('DEL-5.a') });
    const planned = await runCli(['plan', ...files, '--budget', '40']);
    expect(planned).toMatchObject({ code: 0, out: expect.stringContaining('until day') });
  });
});
