import { describe, expect, test } from 'vitest';
import { makeWorkspace } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline demo', { timeout: 60_000 }, () => {
  const at = makeWorkspace();

  test('it never mixes a made-up organisation with a real one', async () => {
    expect(await runCli(['demo'], at.environment)).toMatchObject({
      code: 1,
      out: '',
      err: 'There is something here already: the demo wants an empty database.\n',
    });
  });
});
