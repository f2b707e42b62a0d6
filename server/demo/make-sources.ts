import { collectSource } from '../collection/collect-source.ts';
import { saveSource } from '../collection/save-source.ts';
import { setSourceState } from '../collection/set-source-state.ts';
import { importCsv } from '../evidence/import-csv.ts';
import { between } from './noise.ts';
import type { DemoPlatform } from './organisation.ts';
import { startStandIn } from './stand-in.ts';
import type { World } from './world.ts';

const ON_THIS_MACHINE = ['127.0.0.1'];
const LIMIT_MS = 60_000;

type Query = { name: string; query: string; metric: string; capability: string | null };

const settingsOf = (address: string, queries: Query[]) => ({ address, backfillDays: 90, queries });

/** Collects for ninety days what the demo's Prometheus knows; one that is asked in vain; and one that somebody paused. */
export async function collect(world: World, { key: platform, courses }: DemoPlatform): Promise<void> {
  const maren = await world.as('maren');
  const standIn = await startStandIn((query, seconds) => between(0.7, 0.95, query, Math.floor(seconds / 604_800)));
  const source = { platform, kind: 'prometheus', intervalMinutes: 1440 as const, allowed: ON_THIS_MACHINE };
  const [first = ''] = Object.keys(courses);
  const { id } = await saveSource(maren, {
    ...{ ...source, name: 'Prometheus of the platform' },
    settings: settingsOf(standIn.address, [
      {
        ...{ name: 'Services with the default on', metric: 'default-coverage', capability: first },
        query: 'count(service_default_enabled == 1) / count(service_default_enabled)',
      },
    ]),
  });
  await collectSource(world.operator, id, AbortSignal.timeout(LIMIT_MS));
  await standIn.stop();
  const broken = await saveSource(maren, {
    ...{ ...source, name: 'Prometheus of the old cluster' },
    settings: settingsOf(standIn.address, [
      {
        ...{ name: 'Downtime of the control plane', metric: 'platform-downtime', capability: first },
        query: 'sum_over_time(control_plane_down_seconds[90d])',
      },
    ]),
  });
  await collectSource(world.operator, broken.id, AbortSignal.timeout(LIMIT_MS));
  const paused = await saveSource(maren, {
    ...{ ...source, name: 'Prometheus of the trial', allowed: [] },
    settings: settingsOf('https://prometheus.example.org', [
      { name: 'Trial', metric: 'default-coverage', capability: first, query: 'trial_default_share' },
    ]),
  });
  await setSourceState(maren, { platform, source: paused.id, state: 'paused' });
}

/** What the finance team sends by hand. One row is wrong, as happens in such files. */
export async function uploadCosts(world: World, { key: platform }: DemoPlatform): Promise<void> {
  const tomas = await world.as('tomas');
  const at = tomas.now().toISOString();
  const rows = [`cost-visibility,,${at},0.82`, `cost-visibility,build-test,${at},0.5`];
  await importCsv(tomas, {
    platform,
    csv: ['metric,capability,at,value', ...rows, ''].join('\n'),
    fileName: 'costs.csv',
  });
}
