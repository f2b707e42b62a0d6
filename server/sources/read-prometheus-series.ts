import type { ReadSample } from '../evidence/read-metrics-body.ts';
import type { Series } from './ask-prometheus.ts';
import type { PrometheusQuery } from './prometheus-settings.ts';
import { SourceError } from './source.ts';

/**
 * The values of an answer as samples. Only the labels that the query's author chose are kept; where that makes one series out
 * of two, nothing is taken: one of them would hide the other.
 */
export function readPrometheusSeries(query: PrometheusQuery, answer: readonly Series[]): ReadSample[] {
  const subjects = answer.map((series) => subjectOf(query, series));
  refuseMerged(query, subjects);
  return answer.flatMap(({ values }, index) => values.map((value) => sampleOf(subjects[index] ?? {}, value)));
}

type Subject = { metric?: string; capability?: string; team?: string; labels?: Record<string, string> };

function subjectOf(query: PrometheusQuery, series: Series): Subject {
  const { metric, capability, capabilityLabel, teamLabel } = query;
  const labels = new Map(Object.entries(series.metric));
  const about = capability ?? (capabilityLabel === null ? undefined : labels.get(capabilityLabel));
  const team = teamLabel === null ? undefined : labels.get(teamLabel);
  const kept = query.labels.flatMap((name) => {
    const value = labels.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    metric,
    ...(about === undefined ? {} : { capability: about }),
    ...(team === undefined ? {} : { team }),
    ...(kept.length === 0 ? {} : { labels: Object.fromEntries(kept) }),
  };
}

/** Values are text there; what is no number (0/0, for example) is named and left out. */
function sampleOf(subject: Subject, [seconds, text]: [number, string]): ReadSample {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return { reason: `value: ${text.slice(0, 20)} is not a number.` };
  const at = new Date(Math.round(seconds * 1000));
  if (Number.isNaN(at.getTime())) return { reason: 'at: this is not a time.' };
  return { value: { ...subject, at: at.toISOString(), value } };
}

function refuseMerged({ capabilityLabel, teamLabel, labels }: PrometheusQuery, subjects: readonly Subject[]): void {
  const seen = new Set<string>();
  for (const subject of subjects) {
    const key = JSON.stringify(subject);
    if (seen.has(key)) {
      const kept = [capabilityLabel, teamLabel, ...labels].filter((label) => label !== null);
      const by = kept.length === 0 ? 'sum(…)' : `sum by (${kept.join(', ')}) (…)`;
      throw new SourceError(
        `Several series answer where one is wanted. Aggregate the query, for example ${by}, or keep the label that tells them apart.`,
        { whole: false },
      );
    }
    seen.add(key);
  }
}
