import type { Context } from '../../context.ts';

/** One kind of work that happens by itself: one file, one line in registry.ts. */
export type JobKind = {
  /** kebab-case, as in the table `job` */
  kind: string;
  /** true: it waits for others outside this machine, so it runs beside other work and holds nobody up */
  beside?: true;
  /**
   * Does the work. Throws where it failed; the runner keeps the reason and tries again later. Must bear being run twice.
   * `signal` aborts when Plumbline is stopping: what then throws is tried again after the next start.
   */
  run: (ctx: Context, payload: unknown, signal: AbortSignal) => Promise<void>;
};
