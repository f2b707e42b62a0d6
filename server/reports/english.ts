import { aspects } from './english/aspects.ts';
import { backlog } from './english/backlog.ts';
import { capabilities } from './english/capabilities.ts';
import { cell } from './english/cell.ts';
import { changes } from './english/changes.ts';
import { cover } from './english/cover.ts';
import { evidence } from './english/evidence.ts';
import { exemptions } from './english/exemptions.ts';
import { format } from './english/format.ts';
import { levels } from './english/levels.ts';
import { method } from './english/method.ts';
import { states } from './english/states.ts';
import { summary } from './english/summary.ts';
import { surveys } from './english/surveys.ts';
import { workbook } from './english/workbook.ts';

/** Everything a report says, in English: one file a section. Another language is another folder of the same shape. */
export const english = {
  ...format,
  ...{ cover, cell, summary, levels, changes, states, capabilities, aspects, evidence, surveys, backlog, exemptions },
  ...{ method, workbook },
} as const;
export type ReportTexts = typeof english;
