import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#rubrics/evidence/canonical.ts';
import { makeWorkspace, PACK } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline score', { timeout: 60_000 }, () => {
  const at = makeWorkspace();

  test('it prints the scorecard as canonical JSON', async () => {
    const { code, out } = await runCli(['score', '--pack', PACK, '--bundle', at.bundle]);
    expect(code).toBe(0);
    expect(out).toBe(`${canonicalJson(JSON.parse(out))}\n`);
    expect(JSON.parse(out).cells).toHaveLength(65);
  });

  test('as a table it has a row for each capability', async () => {
    const { out } = await runCli(['score', '--pack', PACK, '--bundle', at.bundle, '--format', 'table']);
    expect(out).toContain('Percent to target:');
    expect(out.split('\n').filter((line) => /\d\/\d/.test(line))).toHaveLength(13);
  });

  test('one bundle is scored by another pack as well; many aspects stand below each other', async () => {
    const samm = join(PACK, '..', 'owasp-samm');
    const { code, out } = await runCli(['score', '--pack', samm, '--bundle', at.bundle, '--format', 'table']);
    expect(code).toBe(0);
    const rows = out.split('\n').filter((line) => /\?\/2 \[0–3\]/.test(line));
    expect(rows.map((line) => line.split('  ')[0])).toContain('Secure Build');
    expect(rows).toHaveLength(15);
  });

  test('a file that is no bundle is named with the line that is wrong', async () => {
    const syntax = at.write('syntax.json', '{\n  "schema": "plumbline/bundle/1",\n  oops\n}');
    expect(await runCli(['score', '--pack', PACK, '--bundle', syntax])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(`${syntax}:3 this is not JSON`),
    });
    const shape = at.write('shape.json', '{\n  "schema": "plumbline/bundle/1",\n  "asOf": "yesterday"\n}');
    expect(await runCli(['score', '--pack', PACK, '--bundle', shape])).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${shape}:3 asOf`),
    });
    const missing = await runCli(['score', '--pack', PACK, '--bundle', join(at.folder, 'none.json')]);
    expect(missing).toMatchObject({ code: 2, err: expect.stringMatching(/There is no file .*none\.json/) });
  });

  test('a bundle that contradicts itself is refused in one sentence', async () => {
    const bundle = JSON.parse(readFileSync(at.bundle, 'utf8'));
    bundle.settings.capabilities.push(bundle.settings.capabilities[0]);
    const twice = at.write('twice.json', JSON.stringify(bundle));
    const { code, out, err } = await runCli(['score', '--pack', PACK, '--bundle', twice]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^.*twice\.json: The capability ".+" stands twice in this bundle\.\n$/);
  });

  test('a pack that does not load is named with its files and lines', async () => {
    const { code, err } = await runCli(['score', '--pack', at.folder, '--bundle', at.bundle]);
    expect(code).toBe(2);
    expect(err).toMatch(/pack\.yaml:1/);
  });
});
