import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, makeWorkspace } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

const SECRET = 'the secret of a machine that has burnt down';

describe('plumbline restore', { timeout: 60_000 }, () => {
  const at = makeWorkspace();
  const fresh = makeFolder();

  test('on a new machine, with the SECRET, what was published is verified', async () => {
    const file = join(at.folder, 'whole.gz');
    await runCli(['backup', file, '--with-secret'], { ...at.environment, SECRET });
    const folder = join(fresh.folder, 'new');
    const ran = await runCli(['restore', file], { DATA_DIR: folder });
    expect(ran).toMatchObject({ code: 0, err: expect.stringContaining('Start Plumbline') });
    expect(ran.err).not.toContain('SECRET here is not');
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(SECRET);
    const quarter = join(fresh.folder, 'quarter.json');
    await runCli(['export', '2026-Q4', '--out', quarter], { DATA_DIR: folder });
    expect(await runCli(['verify', quarter])).toMatchObject({
      code: 0,
      out: expect.stringContaining('is what it says it is'),
    });
    // the same file again, over what now stands there
    expect(await runCli(['restore', file], { DATA_DIR: folder })).toMatchObject({
      code: 1,
      err: expect.stringContaining('--replace'),
    });
    expect(await runCli(['restore', file, '--replace'], { DATA_DIR: folder })).toMatchObject({ code: 0 });
  });

  test('another SECRET is never overwritten, and a missing one is told', async () => {
    const file = join(at.folder, 'with.gz');
    await runCli(['backup', file, '--with-secret'], { ...at.environment, SECRET });
    const folder = join(fresh.folder, 'other');
    const other = { DATA_DIR: folder, SECRET: 'quite another secret of another machine' };
    expect(await runCli(['restore', file], other)).toMatchObject({
      code: 2,
      err: expect.stringContaining('SECRET of the environment holds another one'),
    });
    expect(existsSync(folder)).toBe(false);
    const without = join(at.folder, 'without.gz');
    await runCli(['backup', without], { ...at.environment, SECRET });
    expect(await runCli(['restore', without], other)).toMatchObject({
      code: 0,
      err: expect.stringContaining('The SECRET here is not the one of this backup'),
    });
  });

  test('over a running Plumbline it is refused', async () => {
    const file = join(at.folder, 'again.gz');
    await runCli(['backup', file], at.environment);
    // this very test holds the database open, as a server does
    expect(await runCli(['restore', file, '--replace'], at.environment)).toMatchObject({
      code: 1,
      err: expect.stringContaining('Plumbline is running on this database'),
    });
  });
});
