import type { Scorecard } from '#rubrics/scoring/scorecard.ts';
import type { AssessmentSummary } from '../assessments/assessment-summary.ts';
import type { Frozen } from '../assessments/read-frozen.ts';
import type { CellSummary } from '../overview/summarize-cell.ts';

/** A cell as a figure draws it, and the same in words. */
export type FigureCell = Pick<
  CellSummary,
  'state' | 'level' | 'high' | 'target' | 'coverage' | 'confidence' | 'claimed' | 'marks'
> & { words: string };

export type Column = { name: string; numeric: boolean };

/** What a report is made of. Every page and every file format draws these kinds and nothing else. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; title: string; items: string[] }
  | { kind: 'facts'; items: { label: string; value: string; note: string }[] }
  /** its title says the one point it makes */
  | { kind: 'table'; title: string; columns: Column[]; rows: string[][]; note: string }
  | { kind: 'heat-map'; title: string; aspects: string[]; rows: { name: string; cells: FigureCell[] }[]; note: string }
  /** shares 0…1 with their range; null: nothing to draw */
  | {
      kind: 'bars';
      title: string;
      rows: { name: string; value: number | null; low: number | null; high: number | null; words: string }[];
      note: string;
    };

export type Section = { id: string; title: string; startsPage: boolean; blocks: Block[] };

/** A whole report in words and figures. It comes from frozen documents alone, so it reads the same for good. */
export type Report = {
  platform: { key: string; name: string };
  title: string;
  coverLine: string;
  /** in review or superseded: what a reader must know before anything else; else empty */
  standing: string;
  /** at the foot of every page: what it is, and the hash that names the assessment */
  footer: { line: string; hash: string };
  sections: Section[];
  levels: { level: number; name: string }[];
};

export type QuarterPoint = {
  period: string;
  percentToTarget: Scorecard['percentToTarget'];
  rubric: Scorecard['rubric'];
};

/** What a report format is given. */
export type ReportSource = { summary: AssessmentSummary; frozen: Frozen; report: Report };
