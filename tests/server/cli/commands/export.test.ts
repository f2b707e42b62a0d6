import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeWorkspace } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline export', { timeout: 60_000 }, () => {
  const at = makeWorkspace();

  test('it writes the newest published quarter to a file, in the format asked for', async () => {
    const path = join(at.folder, 'quarter.csv');
    const { code } = await runCli(['export', '--format', 'csv', '--out', path], at.environment);
    expect(code).toBe(0);
    expect(readFileSync(path, 'utf8').split('\r\n')).toHaveLength(67);
  });

  test('a quarter that was not published is answered with those that were', async () => {
    expect(await runCli(['export', '2019-Q1'], at.environment)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Published: 2026-Q4'),
    });
  });
});
