import type { Command } from './command.ts';

/** What `plumbline --help` prints. */
export function helpOfAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'How mature a platform is, how that is known, and what to do next.',
    '',
    'Usage: plumbline <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '"plumbline <command> --help" tells more. It ends with 0: done, 1: the answer is no, 2: it was called wrongly.',
    '',
  ].join('\n');
}

/** What `plumbline <command> --help` prints. */
export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, about }]) => ({
    word: `--${name}${value === null ? '' : ` ${value}`}`,
    about,
  }));
  const parts = [command.meanings ?? [], options].filter((part) => part.length > 0);
  return [
    command.summary,
    '',
    `Usage: ${usageOf(command)}`,
    ...parts.flatMap((part) => ['', ...columns(part)]),
    '',
  ].join('\n');
}

function columns(lines: { word: string; about: string }[]): string[] {
  const width = Math.max(...lines.map(({ word }) => word.length));
  return lines.map(({ word, about }) => `  ${word.padEnd(width)}  ${about}`);
}

/** One line that shows how to call a command. */
export function usageOf({ name, words, options }: Command): string {
  const shown = Object.entries(options).map(([option, { value, required }]) => {
    const text = `--${option}${value === null ? '' : ` ${value}`}`;
    return required ? text : `[${text}]`;
  });
  return ['plumbline', name, ...words, ...shown].join(' ');
}
