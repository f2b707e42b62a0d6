import { parseArgs } from 'node:util';
import { type Command, type Given, UsageError } from './command.ts';

export type Call = { kind: 'run'; command: Command; given: Given } | { kind: 'help'; command: Command | null };

/** Which command a command line means, and what it is given. */
export function parseCommand(commands: readonly Command[], argv: string[]): Call {
  const [first] = argv;
  if (first === undefined) throw new UsageError('Say what to do.');
  if (first === '--help' || first === '-h' || first === 'help') return { kind: 'help', command: null };
  const command = commands.find(({ name }) => name === argv.slice(0, name.split(' ').length).join(' '));
  if (command === undefined) throw new UsageError(unknownCommand(commands, argv));
  const rest = argv.slice(command.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) return { kind: 'help', command };
  return { kind: 'run', command, given: readGiven(command, rest) };
}

function unknownCommand(commands: readonly Command[], [first = '', second]: string[]): string {
  const family = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  if (family.length > 0) return `Write ${family.map((name) => `"${name}"`).join(' or ')}.`;
  return `There is no command "${second === undefined || second.startsWith('-') ? first : `${first} ${second}`}".`;
}

function readGiven(command: Command, argv: string[]): Given {
  const { values, positionals } = parse(command, argv);
  const maybe = (option: string) => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  for (const [name, option] of Object.entries(command.options)) {
    if (option.required && maybe(name) === undefined) throw new UsageError(`--${name} ${option.value} is missing.`);
  }
  const needed = command.words.filter((word) => !word.startsWith('['));
  const missing = needed[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing.`);
  const extra = positionals[command.words.length];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many.`);
  const text = (option: string) => maybe(option) ?? '';
  return { text, maybe, flag: (option) => values[option] === true, words: positionals };
}

function parse(command: Command, argv: string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { value }]) => [
      name,
      { type: value === null ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
