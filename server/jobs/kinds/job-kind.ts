import type { Context } from '../../context.ts';

/** One kind of work that happens by itself: one file, one line in registry.ts. */
export type JobKind = {
  /** kebab-case, as in the table `job` */
  kind: string;
  /** Does the work. Throws where it failed; the runner keeps the reason and tries again later. Must bear being run twice. */
  run: (ctx: Context, payload: unknown) => Promise<void>;
};
