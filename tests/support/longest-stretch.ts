const TICK_MS = 5;

/**
 * The longest time that this thread computed without letting anybody else have a turn while something was under way, in
 * milliseconds of its own processor time: what other programs of the machine take counts for nothing.
 */
export async function longestStretch(work: Promise<unknown>): Promise<number> {
  let longestMs = 0;
  let before = process.threadCpuUsage();
  const watch = setInterval(() => {
    const now = process.threadCpuUsage();
    longestMs = Math.max(longestMs, (now.user + now.system - before.user - before.system) / 1_000);
    before = now;
  }, TICK_MS);
  await work;
  clearInterval(watch);
  return longestMs;
}
