import { describeCell } from '../describe-cell.ts';
import { rankParts } from '../rank-parts.ts';
import type { Material } from '../report-material.ts';
import type { SectionBuilder } from '../section.ts';

/** The heat map of capabilities and aspects, and how far each capability is from its targets. */
export const levels: SectionBuilder = (material) => {
  const { texts, aspects, capabilities } = material;
  const ranks = rankParts(aspects);
  const offered = capabilities.filter(({ toTarget }) => toTarget.value !== null);
  const reached = offered.filter(({ toTarget }) => toTarget.value === 1);
  return {
    id: 'levels',
    title: texts.levels.title,
    startsPage: true,
    blocks: [
      {
        kind: 'heat-map',
        title: ranks === null ? texts.levels.even : texts.levels.map(ranks.best.names, ranks.worst.names),
        aspects: aspects.map(({ name }) => name),
        rows: capabilities.map((capability) => ({ name: capability.name, cells: rowOf(capability, material) })),
        note: texts.levels.mapNote,
      },
      {
        kind: 'bars',
        title: texts.levels.capabilities(reached.length, offered.length),
        rows: offered.map(({ name, toTarget }) => ({ name, ...toTarget, words: texts.percent(toTarget.value) })),
        note: texts.levels.barNote,
      },
    ],
  };
};

function rowOf(capability: Material['capabilities'][number], material: Material) {
  return material.aspects.flatMap(({ key }) =>
    capability.cells.filter(({ aspect }) => aspect === key).map((cell) => describeCell(cell, material)),
  );
}
