import { questionTypes } from '../question-types/registry.ts';
import { type Check, isWhole, leavesIn, nearest } from './check.ts';

/** Survey tests name questions, statistics and answers that exist; questions are of a known kind. */
export const knownQuestions: Check = {
  key: 'known-questions',
  find: (source) => {
    if (!isWhole(source, /^questions\.yaml$/)) return [];
    const questions = new Map(source.questions.map(({ value }) => [value.key, value]));
    const kinds = source.questions
      .filter(({ value }) => !(value.kind in questionTypes))
      .map(({ file, path, value }) => ({
        file,
        path: [...path, 'kind'],
        message: `there is no kind of question "${value.kind}"`,
        instead: `write one of ${Object.keys(questionTypes).join(', ')}`,
      }));
    const tested = leavesIn(source).flatMap((found) => {
      if (found.kind !== 'survey') return [];
      const { survey, answers = [] } = found.leaf;
      const question = questions.get(survey);
      if (!question) {
        const message = `the question "${survey}" is not in questions.yaml`;
        const instead = nearest(survey, [...questions.keys()]);
        return [{ file: found.file, path: [...found.path, 'survey'], message, instead }];
      }
      const options = question.options?.map((option) => option.key) ?? ['1', '2', '3', '4', '5'];
      return answers.flatMap((answer, index) =>
        options.includes(answer)
          ? []
          : [
              {
                file: found.file,
                path: [...found.path, 'answers', index],
                message: `"${answer}" is no answer to "${survey}"`,
                instead: `its answers are ${options.join(', ')}`,
              },
            ],
      );
    });
    return [...kinds, ...tested];
  },
};
