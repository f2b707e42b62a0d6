import { COMMANDS } from './commands/registry.ts';
import { runCommand } from './run-command.ts';

// a reader such as `head` that has seen enough is no failure
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(COMMANDS, process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
