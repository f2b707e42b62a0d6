import { setPriority } from 'node:os';

const LESS = 5;

/**
 * Called in a thread that works in the background: where processors are short, those who wait for a page go first. Only Linux
 * gives a thread a priority of its own; elsewhere it would be that of the whole process.
 */
export function yieldToWeb(): void {
  if (process.platform === 'linux') setPriority(LESS);
}
