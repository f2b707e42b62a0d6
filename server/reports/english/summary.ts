import { count, list } from './format.ts';

export const summary = {
  title: 'Summary',
  lead: (platform: string, value: string, range: string | null) =>
    `${platform} has come ${value} of the way to its targets${range === null ? '' : `, ${range} if what is unknown is counted`}`,
  leadUnknown: (platform: string) => `How far ${platform} is from its targets is not known yet`,
  leadMore: (points: string, period: string) => `, ${points} more than in ${period}.`,
  leadLess: (points: string, period: string) => `, ${points} less than in ${period}.`,
  leadSame: (period: string) => `, as far as in ${period}.`,
  leadEnd: '.',
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
  note: (name: string, note: string) => `A note from ${name}: ${note}`,
  changed: 'What changed, and why',
  first: 'This is the first assessment. The next one will say what moved.',
  moved: (up: number, down: number) =>
    `${count(up, 'cell rose', 'cells rose')} and ${count(down, 'cell fell', 'cells fell')}.`,
  movedTo: (cell: string, from: string, to: string, why: string) =>
    `${cell}: from ${from} to ${to}${why === '' ? '' : `, because ${why}`}.`,
  more: (n: number) => `${count(n, 'more cell', 'more cells')}, listed under “What changed, and why”.`,
  thin: 'What rests on thin evidence',
  thinNone: 'Nothing: every capability has at least half of its evidence.',
  thinOf: (name: string, coverage: string, reason: string) => `${name}: ${coverage} covered; most often, ${reason}.`,
  thinMore: (names: string[]) => `Less than half is there for ${list(names)} as well.`,
  asked: 'What is asked of you',
  helps: 'What would help most',
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
  nothingAsked: 'No criterion keeps a cell below its target.',
} as const;
