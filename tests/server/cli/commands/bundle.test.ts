import { describe, expect, test } from 'vitest';
import { bundleSchema } from '#rubrics/evidence/bundle.ts';
import { canonicalJson } from '#rubrics/evidence/canonical.ts';
import { makeFolder, makeWorkspace } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline bundle', { timeout: 60_000 }, () => {
  const at = makeWorkspace();
  const empty = makeFolder();

  test('it prints what a platform rested on at a time', async () => {
    const { code, out } = await runCli(['bundle', '--as-of', '2026-11-22T12:00:00Z'], at.environment);
    expect(code).toBe(0);
    const bundle = bundleSchema.parse(JSON.parse(out));
    expect(bundle).toMatchObject({ platform: 'payments', asOf: '2026-11-22T12:00:00.000Z' });
    expect(out).toBe(`${canonicalJson(bundle)}\n`);
    const elsewhere = await runCli(['bundle', '--as-of', '2026-11-22T14:00:00+02:00'], at.environment);
    expect(elsewhere.out).toBe(out);
    expect(await runCli(['bundle', '--as-of', 'yesterday'], at.environment)).toMatchObject({
      code: 2,
      err: expect.stringContaining('2026-09-30T22:00:00Z'),
    });
  });

  test('a platform that is not there is answered with those that are', async () => {
    const { code, err } = await runCli(['bundle', '--platform', 'payment'], at.environment);
    expect({ code, err }).toEqual({ code: 2, err: 'There is no platform "payment". There is payments.\n' });
  });

  test('a fresh deployment says that there is no platform yet', async () => {
    const ran = await runCli(['bundle'], { DATA_DIR: empty.folder });
    expect(ran).toEqual({ code: 2, out: '', err: 'There is no platform yet.\n' });
  });

  test('a wrong environment is named', async () => {
    const ran = await runCli(['bundle'], { ...at.environment, DATABASE_URL: 'mysql://x' });
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('DATABASE_URL') });
  });
});
