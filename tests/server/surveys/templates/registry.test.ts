import { expect, test } from 'vitest';
import { questionTypes } from '#rubrics/question-types/registry.ts';
import { installedRubrics } from '#server/rubrics/rubric-of.ts';
import { surveyTemplates } from '#server/surveys/templates/registry.ts';

const templates = Object.values(surveyTemplates);

test.each(templates)(
  '$key asks what criteria of the CNCF pack test, under the same keys, kinds and options',
  (template) => {
    const cncf = installedRubrics().find(({ id }) => id === 'cncf-platform');
    for (const { key, kind, per, options } of template.questions) {
      const question = cncf?.pack.questions.find((question) => question.key === key);
      expect(question, key).toMatchObject({ kind, scope: per === 'capability' ? 'capability' : 'platform' });
      expect(options?.map((option) => option.key)).toEqual(question?.options?.map((option) => option.key));
    }
  },
);

test.each(templates)('$key has only kinds of questions that can be added up', ({ questions }) => {
  expect(questions.filter(({ kind }) => !(kind in questionTypes))).toEqual([]);
});

test.each(templates)('$key takes three minutes at most for one capability', ({ questions }) => {
  expect(questions.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(180);
});

test('UMUX-Lite is asked in its published wording', () => {
  const usability = surveyTemplates['platform-experience']?.questions.find(({ kind }) => kind === 'umux-lite');
  expect(usability?.items?.map(({ text }) => text)).toEqual([
    'This system’s capabilities meet my requirements.',
    'This system is easy to use.',
  ]);
});
