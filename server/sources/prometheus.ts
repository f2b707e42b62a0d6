import { createHash } from 'node:crypto';
import { AppError } from '../errors.ts';
import type { OutboundClient } from '../outbound/client-of.ts';
import { askPrometheus, type Series } from './ask-prometheus.ts';
import {
  type PrometheusQuery,
  type PrometheusSettings,
  prometheusSettingsSchema,
  STEPS,
} from './prometheus-settings.ts';
import { readPrometheusSeries } from './read-prometheus-series.ts';
import { defineSource, type SourcePart } from './source.ts';

/** The query API of Prometheus, which Thanos, Mimir and VictoriaMetrics speak as well. */
export const prometheus = defineSource({
  kind: 'prometheus',
  settings: prometheusSettingsSchema,
  open: (settings) => {
    refuseIncomplete(settings);
    refuseTwice(settings.queries);
    const parts = settings.queries.map((query) => partOf(settings, query));
    const { address, backfillDays } = settings;
    return { origin: new URL(address).origin, backfillDays, parts };
  },
});

function partOf(settings: PrometheusSettings, query: PrometheusQuery): SourcePart {
  const stepMs = STEPS[query.step];
  const ask = (client: OutboundClient, path: string, parameters: Record<string, string>): Promise<Series[]> =>
    askPrometheus(client, settings, { path, parameters: { query: query.query, ...parameters } });
  return {
    key: keyOf(query),
    name: query.name,
    query: query.query,
    metric: query.metric,
    capability: query.capability,
    namesCapability: query.capabilityLabel !== null,
    stepMs,
    look: async (client, atMs) =>
      readPrometheusSeries(query, await ask(client, '/api/v1/query', { time: secondsOf(atMs) })),
    collect: async (client, { fromMs, toMs }) =>
      readPrometheusSeries(
        query,
        await ask(client, '/api/v1/query_range', {
          start: secondsOf(fromMs),
          end: secondsOf(toMs),
          step: secondsOf(stepMs),
        }),
      ),
  };
}

const secondsOf = (ms: number) => String(ms / 1000);

/** The name may change without anything being asked anew. */
function keyOf({ name: _, ...asked }: PrometheusQuery): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 16);
}

function refuseIncomplete({ auth, token, user, password, queries }: PrometheusSettings): void {
  if (auth === 'bearer' && !token) throw new AppError('BAD_REQUEST', 'Give the token.');
  if (auth === 'basic' && (!user || !password)) throw new AppError('BAD_REQUEST', 'Give the user and the password.');
  const both = queries.find(({ capability, capabilityLabel }) => capability !== null && capabilityLabel !== null);
  if (both === undefined) return;
  throw new AppError('BAD_REQUEST', `"${both.name}": choose one capability, or the label that names it, not both.`);
}

/** Two queries that tell the same thing would overwrite each other's values without a word. */
function refuseTwice(queries: readonly PrometheusQuery[]): void {
  const told = new Map<string, string>();
  for (const query of queries) {
    const { name, metric, capability, capabilityLabel, teamLabel, labels } = query;
    const tellsApart = capabilityLabel !== null || teamLabel !== null || labels.length > 0;
    const key = tellsApart ? keyOf(query) : JSON.stringify([metric, capability]);
    const other = told.get(key);
    if (other !== undefined) {
      throw new AppError(
        'BAD_REQUEST',
        `"${other}" and "${name}" tell the same: each would overwrite the other's values.`,
      );
    }
    told.set(key, name);
  }
}
