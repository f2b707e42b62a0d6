import { describe, expect, test } from 'vitest';
import { makeWorkspace } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline token create', { timeout: 60_000 }, () => {
  const at = makeWorkspace();

  test('it prints the token and nothing else to standard output', async () => {
    const given = ['--name', 'CI', '--scopes', 'read,metrics:write', '--platform', 'payments', '--days', '7'];
    expect(await runCli(['token', 'create', ...given], at.environment)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^plb_\S+\n$/),
      err: expect.stringContaining('Shown only now'),
    });
  });

  test('a scope that does not exist is answered with those that do', async () => {
    expect(await runCli(['token', 'create', '--name', 'CI', '--scopes', 'write'], at.environment)).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no scope "write". There is read, metrics:write'),
    });
  });
});
