import { createUser, createUserInput } from '../../people/create-user.ts';
import { type Command, UsageError } from '../command.ts';
import { withSession } from '../open-session.ts';

export const userCreate: Command = {
  name: 'user create',
  summary: 'Makes an account and prints the one-time link by which its person sets a password.',
  words: [],
  options: {
    email: { value: 'ADDRESS', about: 'what the person signs in with', required: true },
    name: { value: 'NAME', about: 'as others see it', required: true },
    admin: { value: null, about: 'may do everything, on every platform' },
  },
  run: async (given, { out, err }) => {
    const input = createUserInput.safeParse({
      email: given.text('email'),
      name: given.text('name'),
      admin: given.flag('admin'),
    });
    if (!input.success) {
      const problems = input.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
      throw new UsageError(problems.join('\n'));
    }
    await withSession(async (ctx) => {
      const { link } = await createUser(ctx, input.data);
      out(`${link}\n`);
      err('Shown only now. Whoever opens it first sets the password.\n');
    });
    return 0;
  },
};
