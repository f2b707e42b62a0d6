import { router } from './trpc.ts';

/** Every feature's procedures, one line each. */
export const appRouter = router({});
export type AppRouter = typeof appRouter;
