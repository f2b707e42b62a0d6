import { countJobs, listScorecardTimes } from '#db/queries/health.ts';
import type { Context } from '../context.ts';

type Sample = { labels?: Record<string, string>; value: number };
type Family = { name: string; type: 'gauge' | 'counter'; help: string; samples: Sample[] };

/** Plumbline about itself, in the Prometheus text format. Nothing about surveys, not even a count. */
export async function writeMetrics({ db, now }: Pick<Context, 'db' | 'now'>): Promise<string> {
  const [jobs, scorecards] = await Promise.all([countJobs(db), listScorecardTimes(db)]);
  const nowMs = now().getTime();
  const families: Family[] = [
    ...processFamilies(),
    gauge(
      'plumbline_jobs',
      'Background jobs by state.',
      jobs.byState.map(({ state, count }) => ({ labels: { state }, value: count })),
    ),
    gauge('plumbline_jobs_late_seconds', 'How long the oldest job that is due has been waiting.', [
      { value: jobs.oldestReadyMs === null ? 0 : Math.max(0, (nowMs - jobs.oldestReadyMs) / 1000) },
    ]),
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
  ];
  return families.map(write).join('');
}

function processFamilies(): Family[] {
  const cpu = process.cpuUsage();
  return [
    gauge('process_resident_memory_bytes', 'Memory held by the process.', [{ value: process.memoryUsage.rss() }]),
    gauge('process_uptime_seconds', 'Time since the process started.', [{ value: process.uptime() }]),
    {
      name: 'process_cpu_seconds_total',
      type: 'counter',
      help: 'CPU time used by the process.',
      samples: [{ value: (cpu.user + cpu.system) / 1e6 }],
    },
  ];
}

const gauge = (name: string, help: string, samples: Sample[]): Family => ({ name, type: 'gauge', help, samples });

function write({ name, type, help, samples }: Family): string {
  const lines = samples.map(({ labels = {}, value }) => `${name}${writeLabels(labels)} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function writeLabels(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${value.replace(/[\\"\n]/g, '\\$&')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
