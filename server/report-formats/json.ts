import type { ReportFormat } from './report-format.ts';

/**
 * The assessment itself: its rubric, evidence bundle, scorecard and backlog with their hashes. Nothing else is needed to compute it
 * anew; `plumbline verify` does.
 */
export const json = {
  key: 'json',
  mediaType: 'application/json',
  write: ({ summary, frozen, report }) =>
    JSON.stringify({
      schema: 'plumbline/assessment/1',
      ...{ platform: report.platform, assessment: summary },
      rubric: frozen.rubric.pack,
      bundle: frozen.bundle,
      scorecard: frozen.scorecard,
      backlog: frozen.backlog,
    }),
} satisfies ReportFormat;
