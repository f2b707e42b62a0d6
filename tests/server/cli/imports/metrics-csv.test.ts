import { describe, expect, test } from 'vitest';
import { makeWorkspace } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

const HEAD = 'metric,capability,at,value';
const GOOD = 'self-service-rate,messaging,2026-11-20,0.91';
const BAD = 'no-such-metric,data,2026-11-20,1';

describe('plumbline import metrics-csv', { timeout: 60_000 }, () => {
  const at = makeWorkspace();
  const lastOf = async () => {
    const bundle = JSON.parse((await runCli(['bundle'], at.environment)).out);
    const series = bundle.metrics.find(
      (one: { metric: string; capability: string }) =>
        one.metric === 'self-service-rate' && one.capability === 'messaging',
    );
    return series?.days.find(({ day }: { day: string }) => day === '2026-11-20')?.last;
  };

  test('a dry run names the rows that cannot be taken and stores nothing', async () => {
    const file = at.write('mixed.csv', `${HEAD}\n${GOOD}\n${BAD}\n`);
    const { code, out } = await runCli(['import', 'metrics-csv', file, '--dry-run'], at.environment);
    expect(code).toBe(1);
    expect(out).toMatch(/^Good rows: 1\. Refused rows: 1\. Nothing was stored\.\nrow 3: .*no-such-metric/);
    expect(await lastOf()).toBeUndefined();
  });

  test('the good rows are taken, and the answer is no only where one was refused', async () => {
    const mixed = at.write('mixed.csv', `${HEAD}\n${GOOD}\n${BAD}\n`);
    const { code, out } = await runCli(['import', 'metrics-csv', mixed], at.environment);
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringContaining('Rows taken: 1. Refused rows: 1.\nrow 3: '),
    });
    expect(await lastOf()).toBe(0.91);
    const good = at.write('good.csv', `${HEAD}\n${GOOD}\n`);
    expect(await runCli(['import', 'metrics-csv', good], at.environment)).toMatchObject({ code: 0 });
  });

  test('a file that is not there is named', async () => {
    const ran = await runCli(['import', 'metrics-csv', 'nowhere.csv'], at.environment);
    expect(ran).toEqual({ code: 2, out: '', err: 'There is no file nowhere.csv.\n' });
  });
});
