import { assessmentsRouter } from './assessments/router.ts';
import { attestationsRouter } from './attestations/router.ts';
import { backlogRouter } from './backlog/router.ts';
import { campaignsRouter } from './campaigns/router.ts';
import { capabilitiesRouter } from './capabilities/router.ts';
import { catalogueRouter } from './catalogue/router.ts';
import { sourcesRouter } from './collection/router.ts';
import { evidenceRouter } from './evidence/router.ts';
import { exemptionsRouter } from './exemptions/router.ts';
import { firstRunRouter } from './first-run/router.ts';
import { noticesRouter } from './notices/router.ts';
import { overviewRouter } from './overview/router.ts';
import { peopleRouter } from './people/router.ts';
import { planningRouter } from './planning/router.ts';
import { ratingRoundsRouter } from './rating-rounds/router.ts';
import { reportsRouter } from './reports/router.ts';
import { rubricsRouter } from './rubrics/router.ts';
import { selfAssessmentRouter } from './self-assessment/router.ts';
import { surveysRouter } from './surveys/router.ts';
import { trackersRouter } from './tracking/router.ts';
import { router } from './trpc.ts';

/** Every feature's procedures, one line each. */
export const appRouter = router({
  assessments: assessmentsRouter,
  reports: reportsRouter,
  rubrics: rubricsRouter,
  capabilities: capabilitiesRouter,
  overview: overviewRouter,
  attestations: attestationsRouter,
  backlog: backlogRouter,
  campaigns: campaignsRouter,
  catalogue: catalogueRouter,
  evidence: evidenceRouter,
  exemptions: exemptionsRouter,
  firstRun: firstRunRouter,
  people: peopleRouter,
  notices: noticesRouter,
  planning: planningRouter,
  selfAssessment: selfAssessmentRouter,
  ratingRounds: ratingRoundsRouter,
  surveys: surveysRouter,
  sources: sourcesRouter,
  trackers: trackersRouter,
});
export type AppRouter = typeof appRouter;
/** What the doors answer that are not tRPC. */
export type { CsvImported } from './evidence/import-csv.ts';
export type { CsvPreview } from './evidence/preview-csv.ts';
