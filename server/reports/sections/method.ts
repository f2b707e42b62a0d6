import type { Material } from '../report-material.ts';
import type { Block } from '../report-model.ts';
import { type SectionBuilder, text } from '../section.ts';

/** How to read it, what it cannot say, how to check it, and whose model it is. */
export const method: SectionBuilder = (material) => {
  const { texts, rubric, aspects } = material;
  const paragraphs = texts.method[rubric.rollUp === 'gated' ? 'gated' : 'added'](aspects.length);
  const paragraph = (words: string): Block => ({ kind: 'paragraph', text: words });
  return {
    id: 'method',
    title: texts.method.title,
    startsPage: false,
    blocks: [...paragraphs.map(paragraph), ...signed(material).map(paragraph), hashesOf(material)],
  };
};

function signed({ edition, texts }: Material): string[] {
  const { frozen, published, hashes } = edition;
  if (frozen === null || hashes === null) return [texts.method.draft];
  const names = [texts.method.frozen(frozen.by, texts.time(frozen.at))];
  if (published !== null) names.push(texts.method.published(published.by, texts.time(published.at)));
  return [names.join(' '), texts.method.verify(hashes.scorecard)];
}

/** What names each document, and whose model it is. A draft has a rubric and nothing else that has a name. */
function hashesOf({ edition, rubric, texts }: Material): Block {
  const { documents, columns, hashes: title, attribution } = texts.method;
  const { pack } = rubric.pack;
  const frozen = edition.hashes;
  const kept = [
    { name: documents.bundle, sha256: frozen?.bundle },
    { name: documents.scorecard, sha256: frozen?.scorecard },
    { name: documents.backlog, sha256: frozen?.backlog },
  ].flatMap(({ name, sha256 }) => (sha256 ? [[name, sha256]] : []));
  return {
    kind: 'table',
    title,
    columns: [text(columns.document), text(columns.hash)],
    rows: [[`${documents.rubric}: ${rubric.id} ${rubric.version}`, rubric.sha256], ...kept],
    note: attribution(pack.attribution, pack.license),
  };
}
