import { type Check, leavesIn } from './check.ts';

/** An estimate from a survey is never exactly equal to anything. */
export const surveyEquality: Check = {
  key: 'survey-equality',
  find: (source) =>
    leavesIn(source)
      .filter((found) => found.kind === 'survey' && found.leaf.is.startsWith('='))
      .map(({ file, path }) => ({
        file,
        path: [...path, 'is'],
        message: 'an estimate from a survey is never exactly equal to a threshold',
        instead: 'write >= or <=',
      })),
};
