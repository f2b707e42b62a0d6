import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeWorkspace, PACK } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

const FILE = join('criteria', 'interfaces.yaml');

describe('plumbline diff', { timeout: 60_000 }, () => {
  const at = makeWorkspace();

  /** The CNCF pack after one text of its interfaces was replaced. */
  function packWith(good: string, bad: string): string {
    cpSync(PACK, join(at.folder, 'newer'), { recursive: true });
    const text = readFileSync(join(PACK, FILE), 'utf8');
    expect(text).toContain(good);
    at.write(join('newer', FILE), text.replace(good, bad));
    return join(at.folder, 'newer');
  }

  test('a pack and itself are the same', async () => {
    expect(await runCli(['diff', PACK, PACK])).toMatchObject({
      code: 0,
      out: expect.stringContaining('No difference'),
    });
  });

  test('another threshold is told with both texts and the version that it asks for', async () => {
    const { code, out } = await runCli(['diff', PACK, packWith('is: "< 20%"', 'is: "< 30%"')]);
    expect(code).toBe(1);
    expect(out).toContain('retargeted');
    expect(out).toMatch(/− .*< 20%[\s\S]*\+ .*< 30%/);
    expect(out).toContain('These changes are MAJOR: the version must be 2.0.0 or later');
  });

  test('as JSON, with the effect on a bundle', async () => {
    const { code, out } = await runCli([
      'diff',
      PACK,
      packWith('is: "< 20%"', 'is: "< 30%"'),
      '--bundle',
      at.bundle,
      '--json',
    ]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      bump: 'major',
      enough: false,
      effect: {
        percentToTarget: { before: { value: expect.any(Number) } },
        comparison: { rubrics: { changed: true } },
      },
    });
  });

  test('a folder that is not there, and one word alone, are called wrongly', async () => {
    expect(await runCli(['diff', PACK, join(at.folder, 'nowhere')])).toMatchObject({ code: 2, out: '' });
    expect(await runCli(['diff', PACK])).toMatchObject({ code: 2, out: '' });
  });
});
