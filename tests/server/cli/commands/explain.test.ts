import { describe, expect, test } from 'vitest';
import { makeWorkspace, PACK } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline explain', { timeout: 60_000 }, () => {
  const at = makeWorkspace();
  const explain = (cell: string) => runCli(['explain', '--pack', PACK, '--bundle', at.bundle, '--cell', cell]);

  test('it prints the trace of one cell', async () => {
    const { code, out } = await explain('data/interfaces');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ cell: { capability: 'data', aspect: 'interfaces' } });
  });

  test('a cell that is not there is answered with those that are', async () => {
    expect(await explain('data/interface')).toMatchObject({
      code: 2,
      err: expect.stringContaining('It has investment, adoption, interfaces'),
    });
    expect(await explain('dta/interfaces')).toMatchObject({ code: 2, err: expect.stringContaining('data') });
  });
});
