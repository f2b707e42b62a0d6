import { createToken } from '../../people/create-token.ts';
import { isScope, SCOPE_NAMES } from '../../people/scopes.ts';
import { type Command, UsageError } from '../command.ts';
import { withSession } from '../open-session.ts';

const DEFAULT_DAYS = 90;

export const tokenCreate: Command = {
  name: 'token create',
  summary: 'Makes an API token and prints it, once.',
  words: [],
  options: {
    name: { value: 'NAME', about: 'what it is for', required: true },
    scopes: { value: 'SCOPE,…', about: `what it may do: ${SCOPE_NAMES.join(', ')}`, required: true },
    platform: { value: 'KEY', about: 'default: every platform' },
    days: { value: 'N', about: `how long it lasts; default ${DEFAULT_DAYS}` },
  },
  run: async (given, { out, err }) => {
    const scopes = given.text('scopes').split(',');
    const unknown = scopes.find((scope) => !isScope(scope));
    if (unknown !== undefined)
      throw new UsageError(`There is no scope "${unknown}". There is ${SCOPE_NAMES.join(', ')}.`);
    const days = Number(given.maybe('days') ?? DEFAULT_DAYS);
    if (!Number.isInteger(days) || days < 1 || days > 400) throw new UsageError('--days is a number from 1 to 400.');
    await withSession(async (ctx) => {
      const { token, expiresAt } = await createToken(ctx, {
        name: given.text('name'),
        scopes: scopes.filter(isScope),
        platform: given.maybe('platform') ?? null,
        expiresInDays: days,
      });
      out(`${token}\n`);
      err(`Shown only now. It lasts until ${expiresAt}.\n`);
    });
    return 0;
  },
};
