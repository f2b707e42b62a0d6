import { afterAll, beforeEach, expect, test } from 'vitest';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { readCurrent } from '#server/assessments/read-current.ts';
import { readTrend, readTrendInput } from '#server/assessments/read-trend.ts';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { reviewAttestation } from '#server/attestations/review-attestation.ts';
import { changeImprovement } from '#server/backlog/change-improvement.ts';
import { createImprovement, createImprovementInput } from '#server/backlog/create-improvement.ts';
import { readImprovement } from '#server/backlog/read-improvement.ts';
import { createCampaign, createCampaignInput } from '#server/campaigns/create-campaign.ts';
import { readCampaign } from '#server/campaigns/read-campaign.ts';
import { findPlatform } from '#server/catalogue/find-platform.ts';
import { decideExemption } from '#server/exemptions/decide-exemption.ts';
import { readRegister } from '#server/exemptions/read-register.ts';
import { requestExemption } from '#server/exemptions/request-exemption.ts';
import { createScenario } from '#server/planning/create-scenario.ts';
import { listEfforts } from '#server/planning/list-efforts.ts';
import { planBudget, planBudgetInput } from '#server/planning/plan-budget.ts';
import { readScenario } from '#server/planning/read-scenario.ts';
import { saveEffort } from '#server/planning/save-effort.ts';
import { adoptVersion } from '#server/rubrics/adopt-version.ts';
import { readLeftovers } from '#server/rubrics/read-leftovers.ts';
import { scoringContext } from '#tests/support/build-assessment.ts';
import { claimsContext, EDITOR, OTHER_EDITOR } from '#tests/support/build-claims.ts';
import {
  forgetRubrics,
  LOWER,
  platform,
  publishWith,
  RENAMED,
  REPLACED,
  SHIPPED,
} from '#tests/support/build-rubric-draft.ts';
import { type MakeDatabase, onBothDatabases } from '#tests/support/databases.ts';
import { person, type TestContext } from '#tests/support/test-context.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);
const place = { platform, criterion: 'INT-2.c', capability: 'data' };

async function start(makeDb: MakeDatabase): Promise<TestContext> {
  const db = await makeDb();
  await claimsContext(db);
  return scoringContext(db, EDITOR);
}

async function attest(ctx: TestContext) {
  const { id } = await answerCriterion(ctx, { ...place, answer: 'yes', link: 'https://wiki.example.org/data' });
  await reviewAttestation(ctx.as(OTHER_EDITOR), { id, accept: true });
}

/** The state of a criterion in the cell of `data` that has it. */
async function stateOf(ctx: TestContext, criterion: string) {
  const cells = (await readCurrent(ctx.db, platform))?.cells.filter(({ capability }) => capability === 'data') ?? [];
  return cells.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion)?.state;
}

onBothDatabases('adopting another version', (makeDb) => {
  test('the platform is scored by it in the same request, and every series shows a break', async () => {
    const ctx = await start(makeDb);
    ctx.setNow('2026-11-20T12:00:00.000Z');
    await ctx.rescore(platform);
    ctx.setNow('2026-11-22T12:00:00.000Z');
    const rubric = await publishWith(ctx, '2.0.0', [LOWER]);
    expect(await adoptVersion(ctx, { platform, rubric })).toEqual({ from: SHIPPED, to: rubric, carried: [] });
    const { breaks, days } = await readTrend(ctx, readTrendInput.parse({ platform }));
    expect(breaks).toMatchObject([{ day: '2026-11-22', reason: 'rubric', to: 'cncf-platform 2.0.0' }]);
    expect(days).toHaveLength(2);
    await expect(adoptVersion(ctx, { platform, rubric })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('a frozen quarter stays as it is, byte for byte', async () => {
    const ctx = await start(makeDb);
    await ctx.rescore(platform);
    const { id } = await freezeAssessment(ctx, { platform, period: '2026-Q4' });
    await publishAssessment(ctx, { platform, id });
    const frozen = () => ctx.db.selectFrom('assessment').selectAll().execute();
    const kept = () => ctx.db.selectFrom('document').selectAll().where('kind', '!=', 'rubric').execute();
    const [before, documents] = [await frozen(), await kept()];
    const rubric = await publishWith(ctx, '2.0.0', [LOWER]);
    await adoptVersion(ctx, { platform, rubric });
    expect(await frozen()).toEqual(before);
    expect(await kept()).toEqual(documents);
  });

  test('what was said under an old id counts under the new one, once, and the way back finds it', async () => {
    const ctx = await start(makeDb);
    await attest(ctx);
    const request = { ...place, capability: 'security', kind: 'exemption' as const, expiresOn: '2027-01-31' };
    await requestExemption(ctx, { ...request, reason: 'The page waits for the new request form.' });
    const criteria = [{ criterion: 'INT-2.c', capability: 'apis' }];
    await createImprovement(ctx, createImprovementInput.parse({ platform, title: 'Write the page', criteria }));
    const assumed = [{ criterion: 'INT-2.c', capability: 'data', state: 'not_met' as const }];
    await createScenario(ctx, { platform, name: 'Without the page', description: '', assumptions: assumed });
    const rubric = await publishWith(ctx, '2.0.0', RENAMED);
    const { carried } = await adoptVersion(ctx, { platform, rubric });
    expect(carried).toEqual([{ from: 'INT-2.c', to: 'INT-2.x', attestations: 1, exemptions: 1, plans: 2 }]);
    const answers = () =>
      ctx.db
        .selectFrom('attestation')
        .select(['criterion', 'answer', 'answeredBy', 'review', 'carriedFrom'])
        .orderBy('criterion')
        .execute();
    const answer = { answer: 'yes', answeredBy: 'erin', review: 'accepted' };
    expect(await answers()).toEqual([
      { ...answer, criterion: 'INT-2.c', carriedFrom: null },
      { ...answer, criterion: 'INT-2.x', carriedFrom: 'INT-2.c' },
    ]);
    expect(await readLeftovers(ctx, { platform })).toMatchObject({ leftovers: [] });
    await adoptVersion(ctx, { platform, rubric: SHIPPED });
    await adoptVersion(ctx, { platform, rubric });
    expect(await answers()).toHaveLength(2);
    const planned = await ctx.db.selectFrom('improvementCriterion').select('criterion').execute();
    expect(planned).toEqual([{ criterion: 'INT-2.x' }]);
    const { assumptions } = await ctx.db.selectFrom('scenario').select('assumptions').executeTakeFirstOrThrow();
    expect(JSON.parse(assumptions)).toMatchObject([{ criterion: 'INT-2.x', state: 'not_met' }]);
    expect(await stateOf(ctx, 'INT-2.x')).toBe('met');
  });

  test('campaigns, estimates and exemptions follow a criterion to its new id', async () => {
    const ctx = await start(makeDb);
    const scope = { criteria: ['INT-2.c'], capabilities: ['data'], cells: [] };
    const planned = { platform, name: 'The page', dueOn: '2027-03-31', scope };
    const campaign = await createCampaign(ctx, createCampaignInput.parse(planned));
    await saveEffort(ctx, { ...place, days: 4 });
    const reason = 'The page waits for the new request form.';
    const request = { ...place, kind: 'exemption' as const, reason, expiresOn: '2027-01-31' };
    const { id: exemption } = await requestExemption(ctx, request);
    await decideExemption(ctx.as(OTHER_EDITOR), { id: exemption, approve: true });
    const rubric = await publishWith(ctx, '2.0.0', RENAMED);
    const { carried } = await adoptVersion(ctx, { platform, rubric });
    expect(carried).toEqual([{ from: 'INT-2.c', to: 'INT-2.x', attestations: 0, exemptions: 1, plans: 2 }]);
    const read = await readCampaign(ctx, { platform, id: campaign.id });
    expect(read.places).toMatchObject([{ criterion: 'INT-2.x', title: expect.any(String) }]);
    expect(read.campaign.progress).toMatchObject({ of: 1, gone: 0 });
    const efforts = await listEfforts(ctx.db, await findPlatform(ctx, platform));
    expect(efforts.get(keyOf('INT-2.x', 'data'))).toBe(4);
    expect(await stateOf(ctx, 'INT-2.x')).toBe('exempt');
    expect(await readLeftovers(ctx, { platform })).toMatchObject({ leftovers: [] });
    await adoptVersion(ctx, { platform, rubric: SHIPPED });
    expect((await readCampaign(ctx, { platform, id: campaign.id })).campaign.progress).toMatchObject({
      of: 1,
      gone: 0,
    });
    expect(await stateOf(ctx, 'INT-2.c')).toBe('exempt');
  });

  test('what has no place any more is kept and listed', async () => {
    const ctx = await start(makeDb);
    await attest(ctx);
    const rubric = await publishWith(ctx, '2.0.0', REPLACED);
    await adoptVersion(ctx, { platform, rubric });
    const { leftovers } = await readLeftovers(ctx, { platform });
    expect(leftovers).toEqual([{ kind: 'attestations', subject: 'INT-2.c', carriedTo: null, count: 1 }]);
  });

  test('everything that is planned about a criterion that is gone stays, marked, and can be worked on', async () => {
    const ctx = await start(makeDb);
    const criteria = [
      { criterion: 'INT-2.c', capability: 'data' },
      { criterion: 'INV-2.b', capability: 'data' },
    ];
    const { id } = await createImprovement(
      ctx,
      createImprovementInput.parse({ platform, title: 'Two things', criteria }),
    );
    const scope = { criteria: ['INT-2.c', 'INV-2.b'], capabilities: ['data'], cells: [] };
    const planned = { platform, name: 'Both by spring', dueOn: '2027-03-31', scope };
    const campaign = await createCampaign(ctx, createCampaignInput.parse(planned));
    const assumptions = criteria.map((one) => ({ ...one, state: 'met' as const }));
    const scenario = await createScenario(ctx, { platform, name: 'Both', description: '', assumptions });
    await saveEffort(ctx, { ...place, days: 4 });
    const reason = 'The page waits for the new request form.';
    const request = { ...place, kind: 'exemption' as const, reason, expiresOn: '2027-01-31' };
    const { id: exemption } = await requestExemption(ctx, request);
    await decideExemption(ctx.as(OTHER_EDITOR), { id: exemption, approve: true });

    await adoptVersion(ctx, { platform, rubric: await publishWith(ctx, '2.0.0', REPLACED) });

    const { leftovers } = await readLeftovers(ctx, { platform });
    expect(leftovers.map(({ kind, subject, count }) => [kind, subject, count]).sort()).toEqual(
      ['campaigns', 'estimates', 'exemptions', 'improvements', 'scenarios'].map((kind) => [kind, 'INT-2.c', 1]),
    );
    const item = await readImprovement(ctx, { platform, id });
    expect(item.criteria).toMatchObject([
      { criterion: 'INT-2.c', title: null, state: null, standing: null },
      { criterion: 'INV-2.b', title: expect.any(String), standing: 'open' },
    ]);
    const at = { platform, id, version: item.version };
    await changeImprovement(ctx, { ...at, title: 'What is left of two things', criteria: criteria.slice(1) });
    expect((await readImprovement(ctx, { platform, id })).criteria).toHaveLength(1);
    const read = await readCampaign(ctx, { platform, id: campaign.id });
    expect(read.campaign.progress).toMatchObject({ of: 1, gone: 1 });
    const { outcome } = await readScenario(ctx, { platform, id: scenario.id });
    expect(outcome).toMatchObject({ counted: 1, gone: [{ criterion: 'INT-2.c', title: expect.any(String) }] });
    const { items } = await readRegister(ctx, { platform });
    expect(items).toMatchObject([
      { id: exemption, criterion: 'INT-2.c', title: null, state: 'in_force', weight: { cells: 0, percent: 0 } },
    ]);
    const { stages } = await planBudget(ctx, planBudgetInput.parse({ platform, budget: 20 }));
    expect(stages.flatMap(({ work }) => work).map(({ criterion }) => criterion)).not.toContain('INT-2.c');
  });

  test('readers adopt nothing', async () => {
    const ctx = await start(makeDb);
    const rubric = await publishWith(ctx, '2.0.0', [LOWER]);
    await expect(adoptVersion(ctx.as(person('viewer')), { platform, rubric })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(adoptVersion(ctx, { platform, rubric: 'cncf-platform@9.9.9' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
