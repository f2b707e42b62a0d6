import type { BacklogSnapshot } from '../../backlog/backlog-snapshot.ts';
import { count } from './format.ts';

type State = BacklogSnapshot['items'][number]['state'];

export const backlog = {
  title: 'What is being done about it',
  notKept: 'This quarter was frozen before backlogs were kept with it.',
  none: 'Nobody had planned an improvement when this quarter was frozen.',
  open: (n: number, points: string | null) =>
    `${count(n, 'improvement is', 'improvements are')} open${points === null ? '' : `; counted one by one, they promise ${points}`}`,
  openNone: 'No improvement is open',
  openNote: 'The expected effect is what percent to target would change by if this improvement alone met its criteria.',
  ledger: (confirmed: number, all: number) =>
    `${confirmed} of ${count(all, 'finished improvement', 'finished improvements')} verified by evidence`,
  ledgerNote: 'An improvement is verified only when evidence after its end shows its criteria met.',
  estimates: {
    few: (compared: number, needed: number) =>
      `Too few to say how good the estimates are: ${compared} of ${needed} improvements with an expectation are settled`,
    brought: (n: number, expected: string, measured: string) =>
      `Of ${count(n, 'settled improvement', 'settled improvements')}, ${expected} were expected and ${measured} measured`,
    all: 'All',
    of: (part: string, whole: string) => `${part} of ${whole}`,
    error: (mean: string, low: string, high: string) => `${mean} (${low} to ${high})`,
    days: (days: string) => `The median time from done to verified is ${days} days.`,
    note: (needed: number) =>
      `One that was not confirmed counts as having brought nothing. Measured is the difference that its criteria make under the evidence that verified it. The ratio is measured over expected; the mean error is measured less expected, in points, with its 90% interval; neither is said of fewer than ${needed}. Person-days are those taken of those estimated, where both are known.`,
  },
  columns: {
    improvement: 'Improvement',
    state: 'State',
    owner: 'Owner',
    due: 'Due',
    effort: 'Person-days',
    expected: 'Expected',
    measured: 'Measured',
    criteria: 'Criteria',
    quarter: 'Quarter',
    verified: 'Verified',
    ratio: 'Ratio',
    error: 'Mean error',
  },
  states: {
    proposed: 'proposed',
    planned: 'planned',
    doing: 'under way',
    done: 'done, to be verified',
    verified: 'verified',
    not_confirmed: 'not confirmed',
    dropped: 'dropped',
  } satisfies Record<State, string>,
  nobody: 'nobody yet',
  somebody: 'a person',
} as const;
