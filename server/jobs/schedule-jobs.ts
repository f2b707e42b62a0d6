import type { Kysely } from 'kysely';
import { insertJobs, type NewJob } from '#db/queries/jobs.ts';
import { listDirtyPlatforms, listPlatformIds } from '#db/queries/scorecards.ts';
import { listDueSources } from '#db/queries/sources.ts';
import { listDueTrackers } from '#db/queries/trackers.ts';
import type { Database } from '#db/schema.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

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
  if (minute !== last.minute) {
    add('close-surveys', `minute-${minute}`);
    add('queue-notices', `quarter-${Math.floor(minute / 15)}`);
    add('send-notices', `minute-${minute}`);
    add('send-survey-mail', `minute-${minute}`);
    add('count-participation', `day-${Math.floor(hour / 24)}`);
  }
  if (hour !== last.hour) {
    add('purge-expired', `hour-${hour}`);
    for (const platformId of await listPlatformIds(db)) add('rescore', `hour-${hour}`, platformId);
  }
  const scoredBefore = new Date(nowMs - MINUTE_MS).toISOString();
  for (const platformId of await listDirtyPlatforms(db, scoredBefore)) add('rescore', `minute-${minute}`, platformId);
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
