import { expect, test } from 'vitest';
import { planBudget, planBudgetInput } from '#server/planning/plan-budget.ts';
import { readEfforts } from '#server/planning/read-efforts.ts';
import { saveEffort } from '#server/planning/save-effort.ts';
import { backlogContext, MAINTAINERS, ONE_STEP } from '#tests/support/build-backlog.ts';
import { claimsContext, VIEWER } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { type TestContext, testContext } from '#tests/support/test-context.ts';
import { tokenClient } from '#tests/support/token-client.ts';

const ask = (ctx: TestContext, given: Record<string, unknown>) =>
  planBudget(ctx, planBudgetInput.parse({ platform: 'payments', ...given }));

onBothDatabases('a plan within a budget', (makeDb, dialect) => {
  test('is made on the current scorecard, with the efforts of this platform', async () => {
    const ctx = await backlogContext(await makeDb());
    // of Investment in data only the second maintainer is missing for level 2: 10 days in the rubric
    const only = { never: [], must: [MAINTAINERS] };
    const ten = await ask(ctx, { budget: 10, ...only });
    expect(ten).toMatchObject({
      days: 10,
      gain: ONE_STEP,
      cells: [{ capability: 'data', aspect: 'investment', from: 1, to: 2 }],
    });
    await expect(ask(ctx, { budget: 9, ...only })).rejects.toThrow('takes 10 person-days; the budget is 9');
    await saveEffort(ctx, { platform: 'payments', ...MAINTAINERS, days: 4 });
    expect(await ask(ctx, { budget: 4 })).toMatchObject({ days: 4, gain: ONE_STEP, isBest: true });
  });

  test('waits until something has been scored', async () => {
    const ctx = await claimsContext(await makeDb());
    await expect(ask(ctx, { budget: 10 })).rejects.toThrow('Nothing has been scored here yet.');
  });

  test('may be made by whoever may read', async () => {
    const ctx = await backlogContext(await makeDb());
    expect(await ask(ctx.as(VIEWER), { budget: 0 })).toMatchObject({ days: 0, stages: [] });
    expect(await ctx.db.selectFrom('auditEntry').select('id').where('action', 'like', 'plan%').execute()).toEqual([]);
  });

  test('is made over the API, where estimates are listed and changed as well', async () => {
    const db = await makeDb();
    await backlogContext(db);
    startTestRuntime(db, { dialect });
    const call = await tokenClient(testContext(db, { kind: 'system', name: 'cli' }), ['read', 'backlog:write']);
    const send = async (method: string, path: string, body?: unknown) => {
      const answer = await call(method, `/platforms/payments/${path}`, body);
      return { status: answer.status, body: await answer.json() };
    };
    expect(await send('PUT', 'efforts', { ...MAINTAINERS, days: 2.5 })).toEqual({
      status: 200,
      body: { ...MAINTAINERS, days: 2.5, isOwn: true },
    });
    const listed = await send('GET', 'efforts?capability=data&limit=200');
    expect(listed.body.items).toContainEqual({ ...MAINTAINERS, days: 2.5, isOwn: true, rubricDays: 10 });
    const made = await send('POST', 'plan', { budget: 2.5 });
    expect(made).toMatchObject({ status: 200, body: { days: 2.5, gain: ONE_STEP, rubric: { id: 'cncf-platform' } } });
    expect(await send('POST', 'plan', { budget: -1 })).toMatchObject({ status: 400 });
  });

  test('has estimates that everybody may read: every criterion once, wherever it applies', async () => {
    const ctx = await backlogContext(await makeDb());
    const efforts = await readEfforts(ctx.as(VIEWER), { platform: 'payments' });
    const keys = efforts.map(({ criterion, capability }) => `${criterion} ${capability}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(efforts).toContainEqual({ ...MAINTAINERS, days: 10, isOwn: false, rubricDays: 10 });
    expect(efforts.filter(({ criterion }) => criterion === 'INV-2.a')).toHaveLength(1);
  });
});

test.each([
  [-1, 'A budget is zero person-days or more.'],
  [Number.NaN, 'Write a number of person-days.'],
  [Number.POSITIVE_INFINITY, 'Write a number of person-days.'],
  [1e9, 'Write at most 100 000 person-days.'],
  [0.001, 'Write at most two decimals.'],
  ['many', 'Write a number of person-days.'],
])('a budget of %s is refused kindly', (budget, message) => {
  const read = planBudgetInput.safeParse({ platform: 'payments', budget });
  expect(read.error?.issues.map((issue) => issue.message)).toEqual([message]);
});
