import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

  test('a disk that fills in the middle leaves no half file, and what stood there before', async () => {
    const path = join(at.folder, 'quarter.json');
    writeFileSync(path, 'the one of before');
    // no file of this process may grow over 40 × 1024 bytes: what SQLite writes beside its database fits, the export does not
    const { code, err } = await runCli(['export', '--out', path], at.environment, { fileLimitKb: 40 });
    expect(code).toBe(1);
    expect(err).toContain(`${path} could not be written`);
    expect(readFileSync(path, 'utf8')).toBe('the one of before');
    expect(readdirSync(at.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('a PDF goes to standard output byte by byte', async () => {
    const path = join(at.folder, 'quarter.pdf');
    await runCli(['export', '--format', 'pdf', '--out', path], at.environment);
    const { code, out } = await runCli(['export', '--format', 'pdf'], at.environment);
    expect(code).toBe(0);
    expect(out.startsWith('%PDF-1.7')).toBe(true);
    expect(out).toBe(readFileSync(path, 'utf8'));
  });

  test('a quarter that was not published is answered with those that were', async () => {
    expect(await runCli(['export', '2019-Q1'], at.environment)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Published: 2026-Q4'),
    });
  });
});
