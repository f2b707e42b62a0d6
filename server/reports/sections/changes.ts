import type { Break } from '../../assessments/list-breaks.ts';
import type { Change } from '../compare-frozen.ts';
import { movedAspects } from '../moved-aspects.ts';
import type { Material } from '../report-material.ts';
import type { Block } from '../report-model.ts';
import { type SectionBuilder, text } from '../section.ts';
import { whyMoved } from '../why-moved.ts';

/** What moved since the last published quarter, with the criteria behind every change of a level. */
export const changes: SectionBuilder = (material) => {
  const { texts, change } = material;
  const blocks: Block[] = [
    { kind: 'paragraph', text: change === null ? texts.changes.first : headline(change, material) },
  ];
  if (change !== null && change.renamed.length > 0)
    blocks.push({ kind: 'paragraph', text: texts.changes.renamed(change.renamed) });
  if (change !== null) blocks.push(movedTable(change, material));
  if (material.history.length > 1) blocks.push(quarters(material));
  return { id: 'changes', title: texts.changes.title, startsPage: false, blocks };
};

function headline(change: Change, { texts }: Material): string {
  const { period, total, evidence, rubric, rubricChanged } = change;
  if (total === null || evidence === null || rubric === null) return texts.changes.unknown(period);
  if (!rubricChanged) return texts.changes.same(period, texts.points(total));
  const words = { total: texts.points(total), evidence: texts.points(evidence), rubric: texts.points(rubric) };
  return texts.changes.split({ period, ...words });
}

function movedTable(change: Change, material: Material): Block {
  const { texts, nameOf, aspects } = material;
  const { moved } = change;
  const { cell, from, to, why } = texts.changes.columns;
  const columns = [text(cell), text(from), text(to), text(why)];
  const { up, down } = movedAspects(change, aspects);
  return {
    kind: 'table',
    title: moved.length === 0 ? texts.changes.nothing : texts.changes.moved(up, down, moved.length),
    columns,
    rows: moved.map((one) => [
      `${nameOf.capability(one.capability)}, ${nameOf.aspect(one.aspect)}`,
      nameOf.standing(one.from),
      nameOf.standing(one.to),
      whyMoved(one, material),
    ]),
    note: '',
  };
}

function quarters({ history, breaks, texts, nameOf }: Material): Block {
  const between = history.map(({ asOf }, index) => {
    const after = history[index - 1]?.asOf;
    const fell = ({ day }: Break) => after !== undefined && dayOf(after) < day && day <= dayOf(asOf);
    return breaks.filter(fell).map((one) => sayBreak(one, texts, nameOf.capability));
  });
  return {
    kind: 'bars',
    title: texts.changes.quarters(history.length),
    rows: history.map(({ period, percentToTarget }, index) => ({
      name: period,
      ...percentToTarget,
      words: texts.percent(percentToTarget.value),
      breaks: between[index] ?? [],
    })),
    note: breaks.length === 0 ? '' : texts.changes.quartersNote,
  };
}

const dayOf = (instant: string) => instant.slice(0, 'YYYY-MM-DD'.length);

/** What makes values before and after it two series, in a sentence. */
function sayBreak({ reason, from, to }: Break, texts: Material['texts'], nameOf: (key: string) => string): string {
  const say = texts.changes.breaks;
  if (reason !== 'capabilities') return say[reason](from, to);
  const keysOf = (list: string) => list.split(', ').filter((key) => key !== '');
  const [before, after] = [new Set(keysOf(from)), new Set(keysOf(to))];
  const added = [...after].filter((key) => !before.has(key)).map(nameOf);
  const gone = [...before].filter((key) => !after.has(key)).map(nameOf);
  return say.capabilities(added, gone);
}
