import { describe, expect, test } from 'vitest';
import { budgetPlanSchema } from '#server/planning/budget-plan.ts';
import { makeWorkspace, PACK } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline plan', { timeout: 60_000 }, () => {
  const at = makeWorkspace();
  const plan = (budget: string, ...more: string[]) =>
    runCli(['plan', '--pack', PACK, '--bundle', at.bundle, `--budget=${budget}`, ...more]);

  test('it prints what a budget buys, as text and as JSON', async () => {
    const { code, out } = await plan('60', '--format', 'json');
    expect(code).toBe(0);
    const made = budgetPlanSchema.parse(JSON.parse(out));
    expect(made).toMatchObject({ budget: 60, isBest: true });
    expect(made.days).toBeLessThanOrEqual(60);
    expect(made.cells.length).toBeGreaterThan(0);
    const table = await plan('60');
    expect(table).toMatchObject({ code: 0 });
    expect(table.out).toContain(`Person-days: ${made.days} of 60`);
    expect(table.out).toContain('No other plan within this budget brings more.');
  });

  test('a budget of nothing buys nothing', async () => {
    expect((await plan('0')).out).toContain('There is nothing that this budget buys.');
  });

  test.each(['-1', 'NaN', '1e9', 'ten', ''])('a budget of "%s" is a wrong call', async (budget) => {
    expect(await plan(budget)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--budget'),
    });
  });
});
