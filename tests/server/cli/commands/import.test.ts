import { expect, test } from 'vitest';
import { importCommand } from '#server/cli/commands/import.ts';
import { IMPORT_KINDS } from '#server/cli/imports/registry.ts';
import { runCommand } from '#server/cli/run-command.ts';

async function run(argv: string[]) {
  let [out, err] = ['', ''];
  const code = await runCommand([importCommand], argv, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

test('its help says what can be taken in, and what to give', async () => {
  const { code, out } = await run(['import', '--help']);
  expect(code).toBe(0);
  expect(out).toContain('Usage: plumbline import KIND WHAT [--platform KEY] [--dry-run]');
  for (const { key, takes, about } of IMPORT_KINDS)
    expect(out).toMatch(new RegExp(`  ${key} ${takes} +${about.slice(0, 20)}`));
});

test('something else is answered with what there is', async () => {
  const { code, err } = await run(['import', 'horoscope', 'file.txt']);
  expect(code).toBe(2);
  expect(err).toContain('There is no import of "horoscope". There is metrics-csv, pemm');
});
