import { count, list } from './format.ts';

export const changes = {
  title: 'What changed, and why',
  first: 'This is the first published quarter, so there is nothing to compare it with yet.',
  split: (given: { period: string; total: string; evidence: string; rubric: string }) =>
    `Since ${given.period} the way to target changed by ${given.total}: ${given.evidence} come from evidence, ${given.rubric} from the new version of the rubric. What follows compares both quarters under the new one.`,
  same: (period: string, total: string) =>
    `Since ${period} the way to target changed by ${total}, under the same rubric.`,
  unknown: (period: string) => `The way to target cannot be compared with ${period}: one of the two is not known.`,
  moved: (n: number) => `${count(n, 'cell changed its level', 'cells changed their level')}`,
  columns: { cell: 'Cell', from: 'Before', to: 'Now', why: 'Criteria behind it' },
  nothing: 'No cell changed its level.',
  flip: (id: string, state: string) => `${id} ${state}`,
  quarters: 'The published quarters so far',
  quartersNote: (breaks: string[]) =>
    breaks.length === 0 ? '' : `The rubric changed at ${list(breaks)}: values before and after are not comparable.`,
} as const;
