import { closeSurveys } from './close-surveys.ts';
import { collect } from './collect.ts';
import { countParticipation } from './count-participation.ts';
import type { JobKind } from './job-kind.ts';
import { purgeExpired } from './purge-expired.ts';
import { queueNotices } from './queue-notices.ts';
import { rescore } from './rescore.ts';
import { rescoreMany } from './rescore-many.ts';
import { sendNotices } from './send-notices.ts';
import { sendSurveyMail } from './send-survey-mail.ts';
import { syncTrackers } from './sync-trackers.ts';

/** Everything that runs on the queue. */
export const JOB_KINDS: readonly JobKind[] = [
  rescore,
  rescoreMany,
  collect,
  queueNotices,
  sendNotices,
  sendSurveyMail,
  countParticipation,
  closeSurveys,
  purgeExpired,
  syncTrackers,
];
