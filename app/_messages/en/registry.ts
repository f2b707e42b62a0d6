import { backlog } from './backlog.ts';
import { budget } from './budget.ts';
import { campaigns } from './campaigns.ts';
import { capabilities } from './capabilities.ts';
import { capability } from './capability.ts';
import { catalogue } from './catalogue.ts';
import { charts } from './charts.ts';
import { crosswalk } from './crosswalk.ts';
import { evidence } from './evidence.ts';
import { gaps } from './gaps.ts';
import { home } from './home.ts';
import { kit } from './kit.ts';
import { ledger } from './ledger.ts';
import { meter } from './meter.ts';
import { moved } from './moved.ts';
import { notices } from './notices.ts';
import { overview } from './overview.ts';
import { planner } from './planner.ts';
import { ratingRounds } from './rating-rounds.ts';
import { reports } from './reports.ts';
import { respond } from './respond.ts';
import { rubrics } from './rubrics.ts';
import { selfAssessment } from './self-assessment.ts';
import { setUp } from './set-up.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { sources } from './sources.ts';
import { start } from './start.ts';
import { surveys } from './surveys.ts';
import { timeline } from './timeline.ts';
import { trackers } from './trackers.ts';

/** English, the language every other follows. One file a place, one line here. */
export const en = {
  backlog,
  budget,
  campaigns,
  capabilities,
  capability,
  catalogue,
  charts,
  crosswalk,
  evidence,
  gaps,
  home,
  kit,
  ledger,
  meter,
  moved,
  notices,
  overview,
  planner,
  shell,
  setUp,
  settings,
  signIn,
  sources,
  ratingRounds,
  respond,
  rubrics,
  selfAssessment,
  start,
  surveys,
  timeline,
  reports,
  trackers,
} as const;
