import type { Bundle, BundleDay } from './bundle.ts';
import { canonicalJson } from './canonical.ts';

/** How an empty list of metrics stands in a canonical bundle. A text in it would have its quotation marks escaped. */
const NONE = '"metrics":[]';

/**
 * The canonical JSON (RFC 8785) of a bundle: what `canonicalJson` says, several times faster. Nearly all of a bundle are the days of
 * its series, whose keys are known: in their order they are written straight. Numbers are finite, and dates and times are ASCII.
 */
export function canonicalBundle(bundle: Bundle): string {
  const metrics = bundle.metrics.map(
    ({ metric, capability, labels, days, source }) =>
      `{"capability":${canonicalJson(capability)},"days":[${days.map(canonicalDay).join(',')}],"labels":${canonicalJson(labels)},"metric":${canonicalJson(metric)},"source":${canonicalJson(source)}}`,
  );
  return canonicalJson({ ...bundle, metrics: [] }).replace(NONE, () => `"metrics":[${metrics.join(',')}]`);
}

function canonicalDay({ day, last, lastAt, lastReceivedAt, sum, count, min, max, values }: BundleDay): string {
  const received = lastReceivedAt === undefined ? '' : `"lastReceivedAt":"${lastReceivedAt}",`;
  const counted = values === undefined ? '' : `,"values":${JSON.stringify(values)}`;
  return `{"count":${count},"day":"${day}","last":${last},"lastAt":"${lastAt}",${received}"max":${max},"min":${min},"sum":${sum}${counted}}`;
}
