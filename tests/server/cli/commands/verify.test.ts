import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeWorkspace } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

describe('plumbline verify', { timeout: 60_000 }, () => {
  const at = makeWorkspace();

  test('an export is computed anew without a database, and a changed one is found', async () => {
    const path = join(at.folder, 'quarter.json');
    await runCli(['export', '2026-Q4', '--out', path], at.environment);
    expect(await runCli(['verify', path])).toMatchObject({
      code: 0,
      out: expect.stringContaining('is what it says it is'),
    });
    const { out } = await runCli(['export'], at.environment);
    const changed = JSON.parse(out);
    changed.scorecard.cells[0].target = 1;
    const tampered = at.write('tampered.json', JSON.stringify(changed));
    expect(await runCli(['verify', tampered])).toMatchObject({
      code: 1,
      out: expect.stringContaining('DIFFERS  scorecard in the file'),
    });
    expect(await runCli(['verify', path, '--expect', '0'.repeat(64)])).toMatchObject({
      code: 1,
      out: expect.stringContaining('DIFFERS  hash you were given'),
    });
  });

  test('a rubric or a bundle that can no longer be read is an answer, and it is no', async () => {
    const { out } = await runCli(['export'], at.environment);
    const bundle = JSON.parse(out);
    bundle.bundle.settings.capabilities.push(bundle.bundle.settings.capabilities[0]);
    const rubric = JSON.parse(out);
    rubric.rubric.criteria[0].aspect = 'nowhere';
    for (const [name, document] of Object.entries({ bundle, rubric })) {
      const ran = await runCli(['verify', at.write(`${name}-broken.json`, JSON.stringify(document))]);
      expect(ran).toMatchObject({ code: 1, err: '', out: expect.stringContaining('is not what it says it is') });
    }
  });

  test('a file of another kind is refused with the line that says so', async () => {
    expect(await runCli(['verify', at.bundle])).toMatchObject({
      code: 2,
      err: expect.stringContaining('bundle.json:1 '),
    });
  });
});
