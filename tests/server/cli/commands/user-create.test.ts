import { describe, expect, test } from 'vitest';
import { makeWorkspace } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline user create', { timeout: 60_000 }, () => {
  const at = makeWorkspace();
  const create = (email: string) => runCli(['user', 'create', '--email', email, '--name', 'Kim'], at.environment);

  test('it prints a link by which the person sets a password; an account is made once', async () => {
    expect(await create('kim@example.org')).toMatchObject({ code: 0, out: expect.stringMatching(/^http:\/\/\S+\n$/) });
    expect(await create('kim@example.org')).toMatchObject({
      code: 1,
      err: 'kim@example.org has an account already.\n',
    });
  });

  test('an address that is none is refused', async () => {
    expect(await create('kim')).toMatchObject({ code: 2, err: expect.stringContaining('--email') });
  });
});
