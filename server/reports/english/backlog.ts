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
  columns: {
    improvement: 'Improvement',
    state: 'State',
    owner: 'Owner',
    due: 'Due',
    effort: 'Person-days',
    expected: 'Expected',
    measured: 'Measured',
    criteria: 'Criteria',
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
