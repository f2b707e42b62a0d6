import type { Histogram } from './meter.ts';

type Labels = Record<string, string>;
export type Sample = { labels?: Labels; value: number };
/** Metrics of one name, as Prometheus reads them. */
export type Family = { name: string; type: 'gauge' | 'counter' | 'histogram'; help: string; lines: string[] };

export const gauge = (name: string, help: string, samples: Sample[]): Family => family('gauge', name, help, samples);
export const counter = (name: string, help: string, samples: Sample[]): Family =>
  family('counter', name, help, samples);

function family(type: Family['type'], name: string, help: string, samples: Sample[]): Family {
  return { name, type, help, lines: samples.map(({ labels = {}, value }) => line(name, labels, value)) };
}

export function histogram(name: string, help: string, series: [Labels, Histogram][]): Family {
  const lines = series.flatMap(([labels, { bounds, counts, count, sum }]) => [
    ...bounds.map((bound, index) => line(`${name}_bucket`, { ...labels, le: String(bound) }, counts[index] ?? 0)),
    line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ]);
  return { name, type: 'histogram', help, lines };
}

/** The Prometheus text format; a family without samples is left out. */
export function writeFamilies(families: Family[]): string {
  return families
    .filter(({ lines }) => lines.length > 0)
    .map(({ name, type, help, lines }) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`)
    .join('');
}

function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(
    ([key, text]) => `${key}="${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`,
  );
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}\n`;
}
