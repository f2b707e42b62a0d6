import { people } from './0001-people.ts';
import { platforms } from './0002-platforms.ts';
import { samples } from './0003-samples.ts';
import { claims } from './0004-claims.ts';
import { surveys } from './0005-surveys.ts';
import { scorecards } from './0006-scorecards.ts';
import { jobs } from './0007-jobs.ts';
import { whatWas } from './0008-what-was.ts';
import { sources } from './0009-sources.ts';
import { selfAssessmentHistory } from './0010-self-assessment-history.ts';
import { teamHistory } from './0011-team-history.ts';
import { backlog } from './0012-backlog.ts';
import { reportDrafts } from './0013-report-drafts.ts';
import { notices } from './0014-notices.ts';
import { insights } from './0015-insights.ts';
import { rubricVersions } from './0016-rubric-versions.ts';
import { scenarios } from './0017-scenarios.ts';
import { effortEstimates } from './0018-effort-estimates.ts';
import { campaigns } from './0019-campaigns.ts';
import { trackers } from './0020-trackers.ts';
import { ratingRounds } from './0021-rating-rounds.ts';
import { itemTargets } from './0022-item-targets.ts';
import { packedDays } from './0023-packed-days.ts';
import { whoWrote } from './0024-who-wrote.ts';
import { valueBefore } from './0025-value-before.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order. A released step never changes; a change is a new step. */
export const migrations: readonly Migration[] = [
  people,
  platforms,
  samples,
  claims,
  surveys,
  scorecards,
  jobs,
  whatWas,
  sources,
  selfAssessmentHistory,
  teamHistory,
  backlog,
  reportDrafts,
  notices,
  insights,
  rubricVersions,
  scenarios,
  effortEstimates,
  campaigns,
  trackers,
  ratingRounds,
  itemTargets,
  packedDays,
  whoWrote,
  valueBefore,
];
