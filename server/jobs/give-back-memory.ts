import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** All of it, and the pages as well: an ordinary collection keeps tens of megabytes of emptied heap for a next time. */
const THOROUGH = { type: 'major', execution: 'sync', flavor: 'last-resort' } as const;

/**
 * Collects what a stretch of work has left behind. A thread that sleeps allocates nothing, so by itself it would keep the
 * memory of its busiest moment until it is busy again.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof collect === 'function') collect(THOROUGH);
}

/** A collection is a pause: for less than this it is not worth one. */
const WORTH_BYTES = 12_000_000;

/** The same for a thread that answers people: only where something has piled up since the last time. */
export function makeThriftyGiveBack(): () => void {
  let kept = 0;
  return () => {
    if (process.memoryUsage().heapUsed - kept < WORTH_BYTES) return;
    giveBackMemory();
    kept = process.memoryUsage().heapUsed;
  };
}
