import { catalogueRouter } from './catalogue/router.ts';
import { peopleRouter } from './people/router.ts';
import { router } from './trpc.ts';

/** Every feature's procedures, one line each. */
export const appRouter = router({
  catalogue: catalogueRouter,
  people: peopleRouter,
});
export type AppRouter = typeof appRouter;
