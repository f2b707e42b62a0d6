import type { Check } from './check.ts';
import { lacksAttribution } from './follows-schema.ts';

/** A pack says under which licence it may be used and whose work it builds on. */
export const hasAttribution: Check = {
  key: 'has-attribution',
  find: ({ pack, problems }) => [
    ...problems.filter(lacksAttribution).map(({ file, path }) => ({
      file,
      path,
      message: path[0] === 'license' ? 'the licence is missing' : 'the attribution is missing',
      instead:
        path[0] === 'license'
          ? 'add "license:" with an SPDX id such as CC-BY-4.0'
          : 'add "attribution:" with the sources, their authors and their licence (20 letters or more)',
    })),
    ...(pack && pack.value.license.trim() === ''
      ? [
          {
            file: pack.file,
            path: ['license'],
            message: 'the licence is empty',
            instead: 'write an SPDX id such as CC-BY-4.0',
          },
        ]
      : []),
  ],
};
