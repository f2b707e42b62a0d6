import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../server/cli/plumbline.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Ran = { code: number | null; out: string; err: string };

/** Runs the real command in a process of its own, in the project's folder; with a limit, on a disk that soon is full. */
export async function runCli(
  args: string[],
  environment: Record<string, string> = {},
  { fileLimitKb = null as number | null } = {},
): Promise<Ran> {
  const { PATH = '' } = process.env;
  const limited = ['-c', `ulimit -f ${fileLimitKb}; exec "$@"`, 'bash', process.execPath, COMMAND, ...args];
  const [command, words] = fileLimitKb === null ? [process.execPath, [COMMAND, ...args]] : ['bash', limited];
  const child = spawn(command, words, {
    cwd: ROOT,
    env: { PATH, NODE_ENV: 'test', ...environment },
  });
  child.stdin.end();
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code, out, err };
}
