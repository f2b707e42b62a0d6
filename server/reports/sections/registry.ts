import type { SectionBuilder } from '../section.ts';
import { aspects } from './aspects.ts';
import { backlog } from './backlog.ts';
import { capabilities } from './capabilities.ts';
import { changes } from './changes.ts';
import { evidence } from './evidence.ts';
import { exemptions } from './exemptions.ts';
import { levels } from './levels.ts';
import { method } from './method.ts';
import { summary } from './summary.ts';
import { surveys } from './surveys.ts';

/** The parts of a report, in the order in which they are read. */
export const SECTIONS: readonly SectionBuilder[] = [
  summary,
  levels,
  changes,
  aspects,
  capabilities,
  evidence,
  surveys,
  backlog,
  exemptions,
  method,
];
