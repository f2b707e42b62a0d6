import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, PACK } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline lint', { timeout: 60_000 }, () => {
  const at = makeFolder();

  test('a good pack has no fault', async () => {
    expect(await runCli(['lint', PACK])).toMatchObject({ code: 0, out: 'No fault found.\n' });
  });

  test('a fault is named with its file and line, and what to write instead', async () => {
    cpSync(PACK, at.folder, { recursive: true });
    const file = join('criteria', 'interfaces.yaml');
    const lines = readFileSync(join(PACK, file), 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes('is: "< 20%"')) + 1;
    at.write(file, lines.join('\n').replace('is: "< 20%"', 'is: "< 20h"'));
    const { code, out } = await runCli(['lint', at.folder]);
    expect(code).toBe(1);
    expect(out).toContain(`interfaces.yaml:${line}:`);
    expect(out.split('\n')[1]).toMatch(/^ {2}\S/);
  });

  test('a folder that is not there is no pack', async () => {
    expect(await runCli(['lint', join(at.folder, 'nowhere')])).toMatchObject({ code: 2, out: '' });
  });
});
