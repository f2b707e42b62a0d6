import { column, day, decimal, type SheetBuilder, text, whole } from './sheet.ts';

/** What surveys released of everybody asked; what is hidden stays hidden, its count as well. */
export const surveysSheet: SheetBuilder = ({ texts, bundle, rubric, nameOf }) => {
  const { surveys, sheets } = texts.workbook;
  const questions = new Map(rubric.pack.questions.map(({ key, text: question }) => [key, question]));
  return {
    name: sheets.surveys,
    columns: [
      ...[column(surveys.question, 60), column(surveys.about, 34), column(surveys.closed, 12)],
      ...[column(surveys.invited, 10), column(surveys.answers, 22), column(surveys.mean, 9)],
    ],
    rows: bundle.surveys
      .filter(({ audience }) => audience === 'all')
      .map((result) => [
        text(questions.get(result.question) ?? result.question),
        text(result.capability === null ? texts.evidence.platform : nameOf.capability(result.capability)),
        ...[day(result.observedAt), whole(result.invited)],
        ...(result.n === null ? [text(texts.surveys.hidden)] : [whole(result.n), decimal(result.mean)]),
      ]),
  };
};
