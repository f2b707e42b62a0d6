import type { Check } from './check.ts';
import { lacksHow } from './follows-schema.ts';

/** A criterion without `how` leaves people alone with a verdict. */
export const saysHow: Check = {
  key: 'says-how',
  find: ({ problems }) =>
    problems.filter(lacksHow).map(({ file, path }) => ({
      file,
      path,
      message: 'this criterion does not say how to meet it',
      instead: 'add "how:" with one or two sentences that a team can act on (20 letters or more)',
    })),
};
