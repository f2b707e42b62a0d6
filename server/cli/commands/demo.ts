import { randomBytes } from 'node:crypto';
import { makeDemo } from '../../demo/make-demo.ts';
import { PEOPLE } from '../../demo/organisation.ts';
import type { Command } from '../command.ts';
import { withSession } from '../open-session.ts';

/** Enough that nobody on this machine guesses it, short enough to be typed. */
const PASSWORD_BYTES = 9;

export const demo: Command = {
  name: 'demo',
  summary: 'Fills an empty deployment with two years of a made-up organisation, to look around in.',
  words: [],
  options: {},
  run: async (_, { out, err }) => {
    const password = `demo-${randomBytes(PASSWORD_BYTES).toString('base64url')}`;
    await withSession((ctx) => makeDemo(ctx, { end: ctx.now(), password, say: (line) => err(`${line}\n`) }));
    const people = Object.values(PEOPLE).map(
      ({ name, email, admin, role }) => `  ${email}  ${name}, ${admin ? 'admin' : role}`,
    );
    out(`Sign in as one of these people, with the password ${password}\n${people.join('\n')}\n`);
    return 0;
  },
};
