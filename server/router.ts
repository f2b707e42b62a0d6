import { capabilitiesRouter } from './capabilities/router.ts';
import { catalogueRouter } from './catalogue/router.ts';
import { overviewRouter } from './overview/router.ts';
import { peopleRouter } from './people/router.ts';
import { surveysRouter } from './surveys/router.ts';
import { router } from './trpc.ts';

/** Every feature's procedures, one line each. */
export const appRouter = router({
  capabilities: capabilitiesRouter,
  overview: overviewRouter,
  catalogue: catalogueRouter,
  people: peopleRouter,
  surveys: surveysRouter,
});
export type AppRouter = typeof appRouter;
