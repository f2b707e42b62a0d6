import { type Check, leavesIn } from './check.ts';

/** The likelihood to recommend is shown, never a criterion: with few answers it says almost nothing. */
export const noNpsCriterion: Check = {
  key: 'no-nps-criterion',
  find: (source) => {
    const shown = new Map(source.questions.map(({ value }) => [value.key, value.kind]));
    return leavesIn(source).flatMap((found) => {
      if (found.kind !== 'survey') return [];
      const kind = shown.get(found.leaf.survey);
      if (kind !== 'nps' && kind !== 'comment') return [];
      return [
        {
          file: found.file,
          path: [...found.path, 'survey'],
          message:
            kind === 'nps'
              ? `"${found.leaf.survey}" is a likelihood to recommend (NPS), which is shown but never decides`
              : `"${found.leaf.survey}" is an open question, which nobody can count`,
          instead: 'test a question of kind agreement, single-choice or umux-lite',
        },
      ];
    });
  },
};
