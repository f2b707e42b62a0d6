import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeWorkspace } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline backup', { timeout: 60_000 }, () => {
  const at = makeWorkspace();

  test('goes on beside a running Plumbline, and into a folder under a name of its own', async () => {
    const ran = await runCli(['backup', at.folder], at.environment);
    expect(ran).toMatchObject({ code: 0, out: '', err: expect.stringContaining('The SECRET is not in it.') });
    expect(ran.err).toMatch(/Written to .*\/plumbline-\d{4}-\d\d-\d\dT[\d-]+Z\.backup\.gz: \d+ rows, /);
  });

  test('says what it was not given', async () => {
    expect(await runCli(['backup'], at.environment)).toMatchObject({ code: 2 });
    const wish = ['backup', join(at.folder, 'x.gz'), '--with-secret'];
    expect(await runCli(wish, at.environment)).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no SECRET'),
    });
  });

  test('has no place to write to: says so', async () => {
    const nowhere = join(at.folder, 'nowhere', 'x.gz');
    expect(await runCli(['backup', nowhere], at.environment)).toMatchObject({
      code: 1,
      err: expect.stringContaining('The backup could not be written'),
    });
  });
});
