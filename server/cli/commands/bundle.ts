import { readBundle } from '../../assessments/read-bundle.ts';
import { instantField } from '../../catalogue/fields.ts';
import { choosePlatform } from '../choose-platform.ts';
import { type Command, UsageError } from '../command.ts';
import { withSession } from '../open-session.ts';

export const bundle: Command = {
  name: 'bundle',
  summary: 'Prints the evidence bundle of a platform: all that its scores rest on beside the rubric.',
  words: [],
  options: {
    'as-of': { value: 'TIME', about: 'the instant whose evidence counts, such as 2026-09-30T22:00:00Z; default now' },
    platform: { value: 'KEY', about: 'may be left out where there is only one' },
  },
  run: async (given, { out }) => {
    const asOf = instantField.optional().safeParse(given.maybe('as-of'));
    if (!asOf.success) throw new UsageError('--as-of is a time such as 2026-09-30T22:00:00Z.');
    await withSession(async (ctx) => {
      const platform = await choosePlatform(ctx, given.maybe('platform'));
      out(`${await readBundle(ctx, { platform, asOf: asOf.data })}\n`);
    });
    return 0;
  },
};
