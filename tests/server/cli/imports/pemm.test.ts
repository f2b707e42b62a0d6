import { describe, expect, test } from 'vitest';
import { makeWorkspace } from '#tests/support/cli-workspace.ts';
import { runCli } from '#tests/support/run-cli.ts';

const LINK =
  'https://pemm.example.org/?investment_1=1&investment_2=1&investment_3=2&investment_4=1&interfaces_1=2&v=1.0.0';

describe('plumbline import pemm', { timeout: 60_000 }, () => {
  const at = makeWorkspace();

  test('a dry run says what the link would claim, with its warnings, and stores nothing', async () => {
    const { code, out, err } = await runCli(['import', 'pemm', LINK, '--dry-run'], at.environment);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('version 1.0.0') });
    expect(out.split('\n')).toEqual([
      'Investment     1.25 from 4 of 4 questions → claimed 1',
      'Adoption       no answer → not known',
      'Interfaces     2.00 from 1 of 4 questions, without interfaces_2, interfaces_3, interfaces_4 → claimed 2',
      'Operations     no answer → not known',
      'Measurement    no answer → not known',
      'A mean becomes the nearest half; half-way between two, the lower one.',
      'Nothing was stored.',
      '',
    ]);
    const { out: bundle } = await runCli(['bundle'], at.environment);
    expect(JSON.parse(bundle).selfAssessment).toEqual([]);
  });

  test('the claims are in the evidence afterwards', async () => {
    expect(await runCli(['import', 'pemm', LINK], at.environment)).toMatchObject({ code: 0 });
    const { out } = await runCli(['bundle'], at.environment);
    expect(JSON.parse(out).selfAssessment).toContainEqual({ aspect: 'investment', capability: null, claimed: 1 });
  });

  test('a link that cannot be read is the answer no, in one sentence', async () => {
    const ran = await runCli(['import', 'pemm', '?investment_1=5'], at.environment);
    expect(ran).toEqual({ code: 1, out: '', err: '"investment_1" is "5". An answer is 1, 2, 3 or 4.\n' });
  });
});
