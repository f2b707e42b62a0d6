import type { ReportSource } from '../reports/report-model.ts';

/** One file format of a report: one file, one line in registry.ts. It draws what it is given and reads nothing else. */
export type ReportFormat = {
  /** the file ending, and the format's name in addresses and commands */
  key: string;
  mediaType: string;
  /** the whole file, or nothing; the same source gives the same bytes */
  write: (source: ReportSource) => string | Uint8Array | Promise<Uint8Array>;
};
