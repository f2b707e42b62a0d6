import { expect, test } from 'vitest';
import { COMMANDS } from '#server/cli/commands/registry.ts';
import { runCommand } from '#server/cli/run-command.ts';

async function run(argv: string[]) {
  let [out, err] = ['', ''];
  const code = await runCommand(COMMANDS, argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

test('help lists every command', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  for (const { name } of COMMANDS) expect(out).toContain(`  ${name} `);
});

test.each(COMMANDS.map(({ name }) => name))('"%s --help" shows how to call it', async (name) => {
  const { code, out } = await run([...name.split(' '), '--help']);
  expect(code).toBe(0);
  expect(out).toContain(`Usage: plumbline ${name}`);
});

test('required options are shown bare and others in brackets', async () => {
  const { out } = await run(['token', 'create', '--help']);
  expect(out).toContain('--name NAME --scopes SCOPE,… [--platform KEY] [--days N]');
});

test.each([
  [[], 'Say what to do.'],
  [['fly'], 'There is no command "fly".'],
  [['compare', 'a', 'b'], 'There is no command "compare a".'],
  [['token'], 'Write "token create".'],
  [['score'], '--pack DIR is missing.'],
  [['lint'], 'DIR is missing.'],
  [['lint', 'a', 'b'], '"b" is one word too many.'],
  [['lint', '--fast', 'a'], "Unknown option '--fast'"],
  [['score', '--pack'], "'--pack <value>' argument missing"],
  [['bundle', '--as-of', 'noon'], '--as-of is a time such as 2026-09-30T22:00:00Z.'],
  [['token', 'create', '--name', 'x', '--scopes', 'read', '--days', '1.5'], '--days is a number from 1 to 400'],
  [['export', '--format', 'docx'], '--format is one of '],
])('a wrong call %j ends with 2 and says what is wrong and how to call it', async (argv, message) => {
  const { code, out, err } = await run(argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toMatch(/Usage: plumbline|plumbline --help/);
});
