import { marksOf } from '#rubrics/scoring/cell-marks.ts';
import type { Cell } from '#rubrics/scoring/scorecard.ts';
import type { MeterCell } from '../../../../../_ui/meter.tsx';

/** A cell as the meter draws it. What is assumed is decided, though no evidence decides it: it is no claim and not unknown. */
export function meterCell(cell: Cell): MeterCell {
  const { state, level, high, target, coverage, confidence, claimed } = cell;
  const isDecided = (coverage ?? 0) > 0;
  return {
    state,
    level,
    high,
    target,
    coverage,
    claimed,
    confidence: confidence ?? (isDecided ? 'low' : null),
    marks: marksOf(cell),
  };
}
