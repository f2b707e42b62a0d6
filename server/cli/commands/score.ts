import { canonicalJson } from '#rubrics/evidence/canonical.ts';
import { loadRubric } from '#rubrics/load-packs.ts';
import { score as scoreBundle } from '#rubrics/scoring/score.ts';
import { type Command, UsageError } from '../command.ts';
import { formatScorecard } from '../format-scorecard.ts';
import { readBundleFile } from '../read-bundle-file.ts';

export const score: Command = {
  name: 'score',
  summary: 'Scores an evidence bundle by a rubric pack and prints the scorecard.',
  words: [],
  options: {
    pack: { value: 'DIR', about: 'folder of the rubric pack', required: true },
    bundle: { value: 'FILE', about: 'evidence bundle (JSON)', required: true },
    format: { value: 'json|table', about: 'canonical JSON, or a table to read; default json' },
  },
  run: async (given, { out }) => {
    const format = given.maybe('format') ?? 'json';
    if (format !== 'json' && format !== 'table') throw new UsageError('--format is json or table.');
    const rubric = loadRubric(given.text('pack'));
    const loaded = readBundleFile(given.text('bundle'));
    const scorecard = scoreBundle(rubric, loaded);
    out(format === 'json' ? `${canonicalJson(scorecard)}\n` : formatScorecard(scorecard, rubric, loaded.bundle));
    return 0;
  },
};
