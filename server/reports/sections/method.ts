import type { Block } from '../report-model.ts';
import { type SectionBuilder, text } from '../section.ts';

/** How to read it, what it cannot say, how to check it, and whose model it is. */
export const method: SectionBuilder = ({ frozen, texts }) => {
  const { assessment, rubric } = frozen;
  const { pack } = rubric.pack;
  const paragraph = (words: string): Block => ({ kind: 'paragraph', text: words });
  const { frozenBy, frozenAt, publishedBy, publishedAt, rubricSha256, bundleSha256, scorecardSha256 } = assessment;
  const signed = [texts.method.frozen(frozenBy, texts.time(frozenAt))];
  if (publishedBy !== null && publishedAt !== null)
    signed.push(texts.method.published(publishedBy, texts.time(publishedAt)));
  const { rubric: rubricName, bundle, scorecard } = texts.method.documents;
  return {
    id: 'method',
    title: texts.method.title,
    startsPage: false,
    blocks: [
      ...texts.method.paragraphs.map(paragraph),
      paragraph(signed.join(' ')),
      paragraph(texts.method.verify(scorecardSha256)),
      {
        kind: 'table',
        title: texts.method.hashes,
        columns: [text(texts.method.columns.document), text(texts.method.columns.hash)],
        rows: [
          [`${rubricName}: ${rubric.id} ${rubric.version}`, rubricSha256],
          [bundle, bundleSha256],
          [scorecard, scorecardSha256],
        ],
        note: texts.method.attribution(pack.attribution, pack.license),
      },
    ],
  };
};
