import { describe, expect, test } from 'vitest';
import { makeWorkspace } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline import of teams, capabilities and targets', { timeout: 60_000 }, () => {
  const at = makeWorkspace();
  const run = (kind: string, file: string, ...more: string[]) =>
    runCli(['import', kind, file, ...more], at.environment);

  test('takes files in the order in which they need each other', async () => {
    const teams = at.write('teams.csv', 'key,name,parent\ncommerce,Commerce,\ncheckout,Checkout,commerce\n');
    expect(await run('teams-csv', teams, '--dry-run')).toMatchObject({
      code: 0,
      out: 'New: 2. Changed: 0. As they are: 0. Refused: 0. Nothing was stored.\n',
    });
    expect(await run('teams-csv', teams)).toMatchObject({ code: 0, out: 'New: 2. Changed: 0. As they are: 0.\n' });
    const capabilities = at.write('capabilities.csv', 'key,name,owner\nquantum,Quantum,checkout\n');
    expect(await run('capabilities-csv', capabilities)).toMatchObject({ code: 0 });
    const targets = at.write('targets.csv', 'capability,aspect,level\nquantum,adoption,4\n');
    expect(await run('targets-csv', targets)).toMatchObject({ code: 0, out: 'New: 0. Changed: 1. As they are: 0.\n' });
    const bundle = JSON.parse((await runCli(['bundle'], at.environment)).out);
    expect(bundle.settings.targets).toContainEqual({ capability: 'quantum', aspect: 'adoption', level: 4 });
  });

  test('takes nothing of a file with a wrong row, and names the cell', async () => {
    const mixed = at.write('mixed.csv', 'key,name,parent\nledger,Ledger,\nlost,Lost,nowhere\n');
    expect(await run('teams-csv', mixed)).toEqual({
      code: 1,
      out: 'New: 1. Changed: 0. As they are: 0. Refused: 1. Nothing was stored.\n',
      err: 'row 3, parent: There is no team "nowhere".\n',
    });
    const again = at.write('again.csv', 'key,name\nledger,Ledger\n');
    expect(await run('teams-csv', again, '--dry-run')).toMatchObject({ out: expect.stringMatching(/^New: 1\./) });
  });
});
