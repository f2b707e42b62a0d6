import type { Kysely } from 'kysely';
import { hasClaimableJob, insertJobs, type NewJob } from '#db/queries/jobs.ts';
import { listBehind, listDirtyPlatforms, listPlatformIds } from '#db/queries/scorecards.ts';
import { listDueSources } from '#db/queries/sources.ts';
import { listDueTrackers } from '#db/queries/trackers.ts';
import type { Database } from '#db/schema.ts';
import { rescoreMany } from './kinds/rescore-many.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Up to so many platforms are scored one by one, each with everything that follows from it. */
const FEW = 10;
/** More are scored together, so many in one job: people's own changes come between two jobs. */
const TOGETHER = 100;
/** So many of those that were scored together get their traces and insights in a minute. */
const COMPLETED = 100;

/** The minute and the hour that were scheduled last, so that most ticks write nothing. */
export type Schedule = { minute: number; hour: number };
export const NOTHING_SCHEDULED: Schedule = { minute: -1, hour: -1 };

/**
 * Puts on the queue what has become due. A key names the work and its time, so that any number of replicas may tick.
 * Platforms with new samples are scored at most once a minute, all of them at every UTC hour.
 */
export async function scheduleJobs(db: Kysely<Database>, now: Date, last: Schedule): Promise<Schedule> {
  const nowMs = now.getTime();
  const minute = Math.floor(nowMs / MINUTE_MS);
  const hour = Math.floor(nowMs / HOUR_MS);
  const due: NewJob[] = [];
  const add = (kind: string, time: string, platformId?: string) =>
    due.push({
      kind,
      payload: JSON.stringify(platformId === undefined ? {} : { platformId }),
      dedupeKey: [kind, platformId, time].filter((part) => part !== undefined).join(':'),
      runAtMs: nowMs,
    });
  const rescore = (platformIds: readonly string[], time: string) => {
    const few = platformIds.length <= FEW ? platformIds : [];
    for (const id of few) add('rescore', time, id);
    for (let from = few.length; from < platformIds.length; from += TOGETHER) {
      const some = platformIds.slice(from, from + TOGETHER);
      const dedupeKey = `${rescoreMany.kind}:${some[0]}+${some.length - 1}:${time}`;
      const payload = JSON.stringify({ platformIds: some });
      due.push({ kind: rescoreMany.kind, payload, dedupeKey, runAtMs: nowMs });
    }
  };
  if (minute !== last.minute) {
    add('close-surveys', `minute-${minute}`);
    add('queue-notices', `quarter-${Math.floor(minute / 15)}`);
    add('send-notices', `minute-${minute}`);
    add('send-survey-mail', `minute-${minute}`);
    add('count-participation', `day-${Math.floor(hour / 24)}`);
  }
  if (hour !== last.hour) {
    add('purge-expired', `hour-${hour}`);
    rescore(await listPlatformIds(db), `hour-${hour}`);
  }
  const scoredBefore = new Date(nowMs - MINUTE_MS).toISOString();
  // those that wait together already are not put on the queue a second time when the minute ends
  if (!(await hasClaimableJob(db, { only: [rescoreMany.kind] }, nowMs))) {
    rescore(await listDirtyPlatforms(db, scoredBefore), `minute-${minute}`);
  }
  if (minute !== last.minute) {
    for (const platformId of await listBehind(db, COMPLETED)) add('rescore', `rest-${minute}`, platformId);
  }
  for (const { id, nextRunAtMs } of await listDueSources(db, nowMs)) {
    const payload = JSON.stringify({ sourceId: id });
    due.push({ kind: 'collect', payload, dedupeKey: `collect:${id}:${nextRunAtMs}`, runAtMs: nowMs });
  }
  for (const { id, nextRunAtMs, lastRunAtMs } of await listDueTrackers(db, nowMs)) {
    const payload = JSON.stringify({ trackerId: id });
    const dedupeKey = `sync-trackers:${id}:${nextRunAtMs}:${lastRunAtMs ?? 0}`;
    due.push({ kind: 'sync-trackers', payload, dedupeKey, runAtMs: nowMs });
  }
  await insertJobs(db, due);
  return { minute, hour };
}
