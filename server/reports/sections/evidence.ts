import { REASONS } from '#rubrics/scoring/states.ts';
import { measureEvidence } from '../../overview/measure-evidence.ts';
import type { Material } from '../report-material.ts';
import type { Block } from '../report-model.ts';
import { number, type SectionBuilder, text } from '../section.ts';

const NAMED = 2;

/** How much of what is asked is decided, how sure that is, what is missing, and which metrics there are. */
export const evidence: SectionBuilder = (material) => ({
  id: 'evidence',
  title: material.texts.evidence.title,
  startsPage: true,
  blocks: [confidenceTable(material), missingTable(material), metricsTable(material)],
});

function confidenceTable({ aspects, scorecard, texts }: Material): Block {
  const { aspect, covered, high, medium, low, none } = texts.evidence.columns;
  return {
    kind: 'table',
    title: texts.evidence.table(texts.percent(measureEvidence(scorecard.cells).coverage)),
    columns: [text(aspect), number(covered), number(high), number(medium), number(low), number(none)],
    rows: aspects.map(({ name, cells }) => {
      const scored = cells.filter(({ state }) => state === 'scored');
      const having = (confidence: string | null) =>
        String(scored.filter((cell) => cell.confidence === confidence).length);
      const coverage = texts.percent(measureEvidence(cells).coverage);
      return [name, coverage, having('high'), having('medium'), having('low'), having(null)];
    }),
    note: texts.evidence.tableNote,
  };
}

function missingTable({ scorecard, texts }: Material): Block {
  const reasons = scorecard.cells.flatMap(({ criteria }) => criteria.flatMap(({ reason }) => reason ?? []));
  const { reason, tests } = texts.evidence.missingColumns;
  return {
    kind: 'table',
    title: texts.evidence.missing(reasons.length),
    columns: [text(reason), number(tests)],
    rows: REASONS.map((one) => ({ one, n: reasons.filter((each) => each === one).length }))
      .filter(({ n }) => n > 0)
      .toSorted((a, b) => b.n - a.n)
      .map(({ one, n }) => [texts.evidence.reasons[one], String(n)]),
    note: '',
  };
}

function metricsTable({ rubric, bundle, texts, nameOf }: Material): Block {
  const names = new Map(rubric.pack.metrics.map(({ key, name }) => [key, name]));
  const byMetric = [...Map.groupBy(bundle.metrics, ({ metric }) => metric)];
  const { metric, capabilities, days, newest } = texts.evidence.sourceColumns;
  return {
    kind: 'table',
    title: texts.evidence.sources(byMetric.length),
    columns: [text(metric), text(capabilities), number(days), text(newest)],
    rows: byMetric.map(([key, series]) => {
      const about = [...new Set(series.map(({ capability }) => capability))].map((capability) =>
        capability === null ? texts.evidence.platform : nameOf.capability(capability),
      );
      const seen = series.flatMap((one) => one.days);
      const last = seen
        .map(({ lastAt }) => lastAt)
        .toSorted()
        .at(-1);
      return [
        names.get(key) ?? key,
        about.length > NAMED ? texts.evidence.many(about.length) : texts.list(about),
        String(new Set(seen.map(({ day }) => day)).size),
        last === undefined ? texts.none : texts.day(last),
      ];
    }),
    note: '',
  };
}
