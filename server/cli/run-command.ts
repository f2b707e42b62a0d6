import { storageErrorOf } from '#db/storage-error.ts';
import { PackError } from '#rubrics/load-packs.ts';
import { EnvError } from '../env.ts';
import { AppError } from '../errors.ts';
import { type Command, InputError, type Output, UsageError } from './command.ts';
import { parseCommand } from './parse-command.ts';
import { helpOf, helpOfAll, usageOf } from './write-help.ts';

/** Runs one command line and says how it ended: 0 done, 1 the answer is no, 2 it was called wrongly. */
export async function runCommand(commands: readonly Command[], argv: string[], output: Output): Promise<0 | 1 | 2> {
  try {
    const call = parseCommand(commands, argv);
    if (call.kind === 'run') return await call.command.run(call.given, output);
    output.out(call.command === null ? helpOfAll(commands) : helpOf(call.command));
    return 0;
  } catch (error) {
    return explainFailure(error, { commands, argv, output });
  }
}

function explainFailure(
  error: unknown,
  { commands, argv, output }: { commands: readonly Command[]; argv: string[]; output: Output },
): 1 | 2 {
  if (error instanceof UsageError) {
    const command = commands.find(({ name }) => argv.join(' ').startsWith(name));
    const hint = command === undefined ? '"plumbline --help" lists the commands.' : `Usage: ${usageOf(command)}`;
    output.err(`${error.message}\n${hint}\n`);
    return 2;
  }
  if (error instanceof InputError || error instanceof PackError || error instanceof EnvError) {
    output.err(`${error.message}\n`);
    return 2;
  }
  const refused = error instanceof AppError ? error : storageErrorOf(error);
  output.err(`${refused ? refused.message : error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}
