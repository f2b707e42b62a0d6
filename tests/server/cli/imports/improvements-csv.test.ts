import { describe, expect, test } from 'vitest';
import { makeWorkspace } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline import of improvements', { timeout: 60_000 }, () => {
  const at = makeWorkspace();
  const run = (file: string, ...more: string[]) => runCli(['import', 'improvements', file, ...more], at.environment);

  test('takes a file in once, and refuses one with a wrong row whole', async () => {
    const file = at.write('plan.csv', 'external_key,title,criteria\nPLT-1,Write down who decides,INV-2.a\n');
    expect(await run(file, '--dry-run')).toMatchObject({
      code: 0,
      out: 'New: 1. Changed: 0. As they are: 0. Refused: 0. Nothing was stored.\n',
    });
    expect(await run(file)).toMatchObject({ code: 0, out: 'New: 1. Changed: 0. As they are: 0.\n' });
    expect(await run(file)).toMatchObject({ code: 0, out: 'New: 0. Changed: 0. As they are: 1.\n' });
    const wrong = at.write('wrong.csv', 'external_key,title,criteria\nPLT-2,Good,INV-2.a\nPLT-3,Bad,INV-9.z\n');
    expect(await run(wrong)).toEqual({
      code: 1,
      out: 'New: 1. Changed: 0. As they are: 0. Refused: 1. Nothing was stored.\n',
      err: 'row 3, criteria: There is no criterion "INV-9.z" in this rubric.\n',
    });
  });
});
