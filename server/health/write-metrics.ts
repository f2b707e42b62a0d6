import {
  countDeliveries,
  countJobs,
  countSamples,
  listScorecardTimes,
  listSourceStates,
  measureDatabase,
} from '#db/queries/health.ts';
import type { Runtime } from '../runtime.ts';
import { counter, type Family, gauge, histogram, writeFamilies } from './exposition.ts';

const HOUR_MS = 3_600_000;

export type Measured = Pick<Runtime, 'db' | 'now' | 'meter' | 'tasks'>;

/** Plumbline about itself, in the Prometheus text format. Nothing about surveys or persons, not even a count. */
export async function writeMetrics(runtime: Measured): Promise<string> {
  const [jobs, scores, evidence, storage] = await Promise.all([
    jobFamilies(runtime),
    scoreFamilies(runtime),
    evidenceFamilies(runtime),
    storageFamilies(runtime),
  ]);
  return writeFamilies([
    ...processFamilies(runtime),
    ...requestFamilies(runtime),
    ...jobs,
    ...scores,
    ...evidence,
    ...storage,
  ]);
}

function processFamilies({ meter }: Measured): Family[] {
  const cpu = process.cpuUsage();
  return [
    gauge('process_resident_memory_bytes', 'Memory held by the process.', [{ value: process.memoryUsage.rss() }]),
    gauge('process_start_time_seconds', 'When the process started, in seconds since 1970.', [
      { value: Math.round(performance.timeOrigin / 1000) },
    ]),
    counter('process_cpu_seconds_total', 'CPU time used by the process.', [{ value: (cpu.user + cpu.system) / 1e6 }]),
    gauge('plumbline_event_loop_delay_seconds', 'How late the event loop was at worst since the last scrape.', [
      { value: meter.worstDelay() },
    ]),
  ];
}

function requestFamilies({ meter, tasks }: Measured): Family[] {
  const { running, waiting } = tasks.state();
  return [
    counter(
      'plumbline_http_requests_total',
      'Requests answered, by kind of door; none of a survey or of a secret link.',
      meter.requests().map(({ route, status, count }) => ({ labels: { route, status }, value: count })),
    ),
    histogram(
      'plumbline_http_request_duration_seconds',
      'How long answers took.',
      meter.durations().map(([route, seen]) => [{ route }, seen]),
    ),
    gauge('plumbline_tasks', 'Long reads and computations in threads of their own.', [
      { labels: { state: 'running' }, value: running },
      { labels: { state: 'waiting' }, value: waiting },
    ]),
  ];
}

async function jobFamilies({ db, now }: Measured): Promise<Family[]> {
  const { byState, oldestReadyMs } = await countJobs(db);
  const lateMs = oldestReadyMs === null ? 0 : Math.max(0, now().getTime() - oldestReadyMs);
  return [
    gauge(
      'plumbline_jobs',
      'Background jobs by kind and state.',
      byState.map(({ kind, state, count }) => ({ labels: { kind, state }, value: count })),
    ),
    gauge('plumbline_jobs_late_seconds', 'How long the oldest job that is due has been waiting.', [
      { value: lateMs / 1000 },
    ]),
  ];
}

async function scoreFamilies({ db, now, meter }: Measured): Promise<Family[]> {
  const scorecards = await listScorecardTimes(db);
  const nowMs = now().getTime();
  return [
    gauge(
      'plumbline_scorecard_age_seconds',
      'Age of the current scorecard of a platform.',
      scorecards.flatMap(({ key, asOf }) =>
        asOf === null ? [] : [{ labels: { platform: key }, value: (nowMs - Date.parse(asOf)) / 1000 }],
      ),
    ),
    gauge(
      'plumbline_scorecard_failing',
      '1 where the newest scoring of a platform failed.',
      scorecards.map(({ key, error }) => ({ labels: { platform: key }, value: error === null ? 0 : 1 })),
    ),
    histogram('plumbline_scoring_duration_seconds', 'How long this process took to score a platform.', [
      [{}, meter.scorings()],
    ]),
  ];
}

async function evidenceFamilies({ db, now }: Measured): Promise<Family[]> {
  const [samples, sources] = await Promise.all([countSamples(db, now().getTime() - HOUR_MS), listSourceStates(db)]);
  return [
    gauge(
      'plumbline_samples_last_hour',
      'Samples of the last hour by how they came, accepted and rejected.',
      samples.flatMap(({ source, accepted, rejected }) => [
        { labels: { source, outcome: 'accepted' }, value: accepted },
        { labels: { source, outcome: 'rejected' }, value: rejected },
      ]),
    ),
    gauge(
      'plumbline_source_last_run_age_seconds',
      'Time since a source was last asked.',
      sources.flatMap(({ platform, source, lastRunAtMs }) =>
        lastRunAtMs === null ? [] : [{ labels: { platform, source }, value: (now().getTime() - lastRunAtMs) / 1000 }],
      ),
    ),
    gauge(
      'plumbline_source_failing',
      '1 where the newest run of a source failed.',
      sources.map(({ platform, source, error }) => ({
        labels: { platform, source },
        value: error === null ? 0 : 1,
      })),
    ),
  ];
}

async function storageFamilies({ db }: Measured): Promise<Family[]> {
  const [bytes, deliveries] = await Promise.all([measureDatabase(db), countDeliveries(db)]);
  return [
    gauge('plumbline_database_bytes', 'Size of the database.', [{ value: bytes }]),
    gauge(
      'plumbline_deliveries',
      'Messages of the outbox by channel and state.',
      deliveries.map(({ channel, state, count }) => ({ labels: { channel, state }, value: count })),
    ),
  ];
}
