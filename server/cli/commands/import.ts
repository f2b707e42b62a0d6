import { choosePlatform } from '../choose-platform.ts';
import { type Command, UsageError } from '../command.ts';
import { IMPORT_KINDS } from '../imports/registry.ts';
import { withSession } from '../open-session.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Takes in a file or a link, as the screens do.',
  words: ['KIND', 'WHAT'],
  meanings: IMPORT_KINDS.map(({ key, takes, about }) => ({ word: `${key} ${takes}`, about })),
  options: {
    platform: { value: 'KEY', about: 'may be left out where there is only one' },
    'dry-run': { value: null, about: 'say what would happen, and store nothing' },
  },
  run: async (given, output) => {
    const [key = '', what = ''] = given.words;
    const kind = IMPORT_KINDS.find((one) => one.key === key);
    if (kind === undefined) {
      throw new UsageError(
        `There is no import of "${key}". There is ${IMPORT_KINDS.map((one) => one.key).join(', ')}.`,
      );
    }
    return withSession(async (ctx) => {
      const platform = await choosePlatform(ctx, given.maybe('platform'));
      return kind.run(ctx, { given: what, platform, dryRun: given.flag('dry-run') }, output);
    });
  },
};
