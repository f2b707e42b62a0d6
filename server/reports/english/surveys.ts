import { count } from './format.ts';

export const surveys = {
  title: 'Who was asked',
  none: 'No survey had been released when this quarter was frozen.',
  table: (n: number) => `${count(n, 'survey question was', 'survey questions were')} answered`,
  columns: {
    question: 'Question',
    about: 'About',
    closed: 'Closed',
    invited: 'Invited',
    answers: 'Answers',
    rate: 'Rate',
  },
  hidden: 'hidden for anonymity',
  note: 'Answers are released once, at the close of a survey, in groups that are large enough that nobody can be told from the rest.',
} as const;
