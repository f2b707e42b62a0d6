import { count, list } from './format.ts';

export const summary = {
  title: 'Summary',
  toTarget: 'of the way to target',
  toTargetNote: (range: string) => `${range} if the unknown is counted`,
  since: (period: string) => `since ${period}`,
  sinceFirst: 'first assessment',
  sinceFirstNote: 'the next one will say what moved',
  sinceNote: (evidence: string, rubric: string) => `${evidence} by evidence, ${rubric} by the rubric`,
  sinceSameRubric: 'under the same rubric',
  coverage: 'of the evidence is there',
  coverageNote: (stale: number) => count(stale, 'criterion rests on stale evidence', 'criteria rest on stale evidence'),
  atTarget: 'cells at their target',
  atTargetNote: (short: number, further: number) => `${short} one level short, ${further} further away`,
  strengths: (names: string[], value: string) => `Closest to target, at ${value}: ${list(names)}.`,
  weaknesses: (names: string[], value: string) => `The longest way to go, from ${value}: ${list(names)}.`,
  moved: (up: number, down: number) =>
    up + down === 0
      ? 'No cell changed its level since then.'
      : `${count(up, 'cell rose', 'cells rose')} and ${count(down, 'cell fell', 'cells fell')} since then.`,
  thin: (names: string[]) =>
    names.length === 0
      ? 'Every capability has at least half of its evidence.'
      : `Read with care what is said of ${list(names)}: less than half of the evidence is there.`,
  asked: 'What would help most',
  ask: (given: { title: string; id: string; cells: number; notMet: number; unknown: number }) => {
    const where = count(given.cells, 'cell', 'cells');
    const parts = [
      given.notMet > 0 ? `not met in ${given.notMet}` : '',
      given.unknown > 0 ? `not known in ${given.unknown}` : '',
    ].filter((part) => part !== '');
    return `${given.title} (${given.id}; ${where} below target: ${parts.join(', ')})`;
  },
  askSymptom: (title: string, id: string, cells: number) =>
    `Get rid of a symptom: ${title} (${id}; holds down ${count(cells, 'cell', 'cells')})`,
  nothingAsked: 'Every cell is at its target.',
  note: (name: string, note: string) => `A note from ${name}: ${note}`,
} as const;
