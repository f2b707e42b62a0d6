import type { Scorecard } from '#rubrics/scoring/scorecard.ts';
import type { AssessmentSummary } from '../assessments/assessment-summary.ts';
import type { Frozen } from '../assessments/read-frozen.ts';
import type { CellSummary } from '../overview/summarize-cell.ts';
import type { Material } from './report-material.ts';

/** A cell as a figure draws it, and the same in words. */
export type FigureCell = Pick<
  CellSummary,
  'state' | 'level' | 'high' | 'target' | 'coverage' | 'confidence' | 'claimed' | 'marks'
> & { words: string };

export type Column = { name: string; numeric: boolean };

/** What a report is made of. Every page and every file format draws these kinds and nothing else. */
export type Block =
  | { kind: 'paragraph'; text: string }
  /** the one sentence that whoever reads nothing else should read */
  | { kind: 'lead'; text: string }
  | { kind: 'list'; title: string; ordered: boolean; items: string[] }
  | { kind: 'facts'; items: { label: string; value: string; note: string }[] }
  /** its title says the one point it makes */
  | { kind: 'table'; title: string; columns: Column[]; rows: string[][]; note: string }
  | {
      kind: 'heat-map';
      title: string;
      /** the quarter drawn, and the one beside it under the same rubric; null: there is none */
      periods: { now: string; before: string | null };
      aspects: string[];
      rows: { name: string; cells: { now: FigureCell; before: FigureCell | null }[] }[];
      note: string;
    }
  /** how many cells stand at each step, the lowest first; null: that quarter is not there */
  | {
      kind: 'spread';
      title: string;
      steps: string[];
      rows: { name: string; bars: { period: string; counts: number[]; words: string }[] }[];
      note: string;
    }
  /** shares 0…1 with their range; null: nothing to draw */
  | {
      kind: 'bars';
      title: string;
      rows: {
        name: string;
        value: number | null;
        low: number | null;
        high: number | null;
        words: string;
        /** why this row and the one before it are not one series; empty: they are, or the rows are no series */
        breaks: string[];
      }[];
      note: string;
    };
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export type Section = { id: string; title: string; startsPage: boolean; blocks: Block[] };

/** A whole report in words and figures. Of a frozen quarter it comes from frozen documents alone and reads the same for good. */
export type Report = {
  platform: { key: string; name: string };
  title: string;
  coverLine: string;
  /** draft, in review, superseded or corrected: what a reader must know before anything else; else empty */
  standing: string;
  /** at the foot of every page: what it is, and the hash that names the assessment; a draft has none */
  footer: { line: string; hash: string | null };
  sections: Section[];
  levels: { level: number; name: string }[];
};

export type QuarterPoint = {
  period: string;
  asOf: string;
  percentToTarget: Scorecard['percentToTarget'];
  rubric: Scorecard['rubric'];
};

/** What a report format is given. */
export type ReportSource = { summary: AssessmentSummary; frozen: Frozen; material: Material; report: Report };
