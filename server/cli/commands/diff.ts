import { statSync } from 'node:fs';
import type { LoadedBundle } from '#rubrics/evidence/load-bundle.ts';
import { loadRubric } from '#rubrics/load-packs.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { score } from '#rubrics/scoring/score.ts';
import { compareRubrics } from '#rubrics/versions/compare-rubrics.ts';
import { effectOfRubric, type RubricEffect } from '#rubrics/versions/effect-of-rubric.ts';
import { formatDifference } from '#rubrics/versions/format-difference.ts';
import { formatEffect } from '#rubrics/versions/format-effect.ts';
import { renameMap } from '#rubrics/versions/rename-map.ts';
import { underNewIds } from '#rubrics/versions/under-new-ids.ts';
import { type Command, InputError } from '../command.ts';
import { readBundleFile } from '../read-bundle-file.ts';

export const diff: Command = {
  name: 'diff',
  summary: 'Tells two versions of a rubric pack apart, and which version number the changes ask for.',
  words: ['DIR', 'DIR'],
  options: {
    bundle: { value: 'FILE', about: 'an evidence bundle: also tells what the newer version makes of each cell' },
    json: { value: null, about: 'prints the difference as JSON' },
  },
  run: async (given, { out }) => {
    const [before, after] = given.words.map(readRubric);
    if (before === undefined || after === undefined) throw new InputError('Name the folders of two packs.');
    const difference = compareRubrics(before.pack, after.pack);
    const file = given.maybe('bundle');
    const loaded = file === undefined ? null : readBundleFile(file);
    const effect = loaded === null ? null : effectOn(loaded, before, after);
    if (given.flag('json'))
      out(`${JSON.stringify(effect === null ? difference : { ...difference, effect }, null, 2)}\n`);
    else out(`${formatDifference(difference)}${effect === null ? '' : `\n${formatEffect(effect)}`}`);
    return difference.bump === 'none' && before.id === after.id ? 0 : 1;
  },
};

function effectOn(loaded: LoadedBundle, before: Rubric, after: Rubric): RubricEffect {
  const carried = underNewIds(loaded, before.pack, after.pack);
  return effectOfRubric(score(before, loaded), after, carried, renameMap(before.pack, after.pack));
}

function readRubric(dir: string): Rubric {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return loadRubric(dir);
  throw new InputError(`There is no folder ${dir}.`);
}
