import { closeSurveys } from './close-surveys.ts';
import type { JobKind } from './job-kind.ts';
import { purgeExpired } from './purge-expired.ts';
import { rescore } from './rescore.ts';

/** Everything that runs on the queue. */
export const JOB_KINDS: readonly JobKind[] = [rescore, closeSurveys, purgeExpired];
