import { capabilitiesCsv, targetsCsv, teamsCsv } from './catalogue-csv.ts';
import type { ImportKind } from './import-kind.ts';
import { improvementsCsv } from './improvements-csv.ts';
import { metricsCsv } from './metrics-csv.ts';
import { pemm } from './pemm.ts';

/** Everything that the command line can take in. */
export const IMPORT_KINDS: readonly ImportKind[] = [
  metricsCsv,
  pemm,
  teamsCsv,
  capabilitiesCsv,
  targetsCsv,
  improvementsCsv,
];
