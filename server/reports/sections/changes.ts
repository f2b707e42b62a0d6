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

function quarters({ history, texts }: Material): Block {
  const breaks = history.flatMap((quarter, index) => {
    const before = history[index - 1];
    return before !== undefined && before.rubric.sha256 !== quarter.rubric.sha256 ? [quarter.period] : [];
  });
  return {
    kind: 'bars',
    title: texts.changes.quarters(history.length),
    rows: history.map(({ period, percentToTarget }) => ({
      name: period,
      ...percentToTarget,
      words: texts.percent(percentToTarget.value),
    })),
    note: texts.changes.quartersNote(breaks),
  };
}
