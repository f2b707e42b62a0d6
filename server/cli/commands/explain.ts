import { loadRubric } from '#rubrics/load-packs.ts';
import { explain as explainCell } from '#rubrics/scoring/explain.ts';
import { type Command, InputError } from '../command.ts';
import { readBundleFile } from '../read-bundle-file.ts';

export const explain: Command = {
  name: 'explain',
  summary: 'Prints every test behind one cell: what it saw, what it wanted, how old it is.',
  words: [],
  options: {
    pack: { value: 'DIR', about: 'folder of the rubric pack', required: true },
    bundle: { value: 'FILE', about: 'evidence bundle (JSON)', required: true },
    cell: { value: 'CAPABILITY/ASPECT', about: 'such as infrastructure/interfaces', required: true },
  },
  run: async (given, { out }) => {
    const rubric = loadRubric(given.text('pack'));
    const loaded = readBundleFile(given.text('bundle'));
    const [capability = '', aspect = ''] = given.text('cell').split('/');
    const capabilities = loaded.bundle.settings.capabilities.map(({ key }) => key);
    if (!capabilities.includes(capability)) {
      throw new InputError(`The bundle has no capability "${capability}". It has ${capabilities.join(', ')}.`);
    }
    if (!rubric.aspects.includes(aspect)) {
      throw new InputError(`The pack has no aspect "${aspect}". It has ${rubric.aspects.join(', ')}.`);
    }
    out(`${JSON.stringify(explainCell(rubric, loaded, { capability, aspect }), null, 2)}\n`);
    return 0;
  },
};
