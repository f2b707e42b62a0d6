import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { Material } from '../report-material.ts';
import type { Block } from '../report-model.ts';
import { number, type SectionBuilder, text } from '../section.ts';

type Result = Bundle['surveys'][number];

/** Who was asked and how many answered, after suppression. */
export const surveys: SectionBuilder = (material) => {
  const { bundle, texts } = material;
  const results = bundle.surveys.filter(({ audience }) => audience === 'all');
  const block: Block =
    results.length === 0 ? { kind: 'paragraph', text: texts.surveys.none } : tableOf(results, material);
  return { id: 'surveys', title: texts.surveys.title, startsPage: false, blocks: [block] };
};

function tableOf(results: Result[], { rubric, texts, nameOf }: Material): Block {
  const { question, about, closed, invited, answers, rate } = texts.surveys.columns;
  const questions = new Map(rubric.pack.questions.map((one) => [one.key, one.text]));
  return {
    kind: 'table',
    title: texts.surveys.table(results.length),
    columns: [text(question), text(about), text(closed), number(invited), number(answers), number(rate)],
    rows: results.map((result) => [
      questions.get(result.question) ?? result.question,
      result.capability === null ? texts.evidence.platform : nameOf.capability(result.capability),
      texts.day(result.observedAt),
      String(result.invited),
      result.n === null ? texts.surveys.hidden : String(result.n),
      result.n === null ? texts.none : texts.percent(result.n / result.invited),
    ]),
    note: texts.surveys.note,
  };
}
