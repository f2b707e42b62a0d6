import type { Cell } from '#rubrics/scoring/scorecard.ts';
import { describeCell } from '../describe-cell.ts';
import { movedAspects } from '../moved-aspects.ts';
import { rankParts } from '../rank-parts.ts';
import type { Material } from '../report-material.ts';
import type { SectionBuilder } from '../section.ts';

/** The heat map of capabilities and aspects with the last quarter beside it, and how far each capability is from its targets. */
export const levels: SectionBuilder = (material) => {
  const { texts, capabilities, change, edition } = material;
  const offered = capabilities.filter(({ toTarget }) => toTarget.value !== null);
  const reached = offered.filter(({ toTarget }) => toTarget.value === 1);
  const before = new Map(change?.baseline.cells.map((cell) => [placeOf(cell), cell]));
  const beside = change === null ? '' : texts.levels.mapBeside(change.period, edition.period);
  return {
    id: 'levels',
    title: texts.levels.title,
    startsPage: true,
    blocks: [
      {
        kind: 'heat-map',
        title: titleOf(material),
        periods: { now: edition.period, before: change?.period ?? null },
        ...mapOf(material, before),
        note: beside + texts.levels.mapNote,
      },
      {
        kind: 'bars',
        title: texts.levels.capabilities(reached.length, offered.length),
        rows: offered.map(({ name, toTarget }) => ({
          name,
          ...toTarget,
          words: texts.percent(toTarget.value),
          breaks: [],
        })),
        note: texts.levels.barNote,
      },
    ],
  };
};

/** More aspects than this do not fit side by side on a page: then they stand below each other. */
const MOST_COLUMNS = 8;

function mapOf(material: Material, before: Map<string, Cell>) {
  const { aspects, capabilities } = material;
  const rows = capabilities.map(({ name, cells }) => ({ name, cells: rowOf(cells, before, material) }));
  const names = aspects.map(({ name }) => name);
  if (names.length <= MOST_COLUMNS || rows.length > MOST_COLUMNS) return { aspects: names, rows };
  const turned = names.map((name, index) => ({ name, cells: rows.flatMap(({ cells }) => cells[index] ?? []) }));
  return { aspects: rows.map(({ name }) => name), rows: turned };
}

const placeOf = ({ capability, aspect }: Cell) => `${capability}/${aspect}`;

function rowOf(cells: Cell[], before: Map<string, Cell>, material: Material) {
  return material.aspects.flatMap(({ key }) =>
    cells
      .filter(({ aspect }) => aspect === key)
      .map((cell) => {
        const was = before.get(placeOf(cell));
        return { now: describeCell(cell, material), before: was === undefined ? null : describeCell(was, material) };
      }),
  );
}

/** The one point of the map: which aspects moved and which did not, or where nothing moved which lead. */
function titleOf({ aspects, change, texts }: Material): string {
  const ranks = rankParts(aspects);
  const standing = ranks === null ? texts.levels.even : texts.levels.map(ranks.best.names, ranks.worst.names);
  if (change === null || change.moved.every(({ way }) => way === 0)) return standing;
  const { up, down, still } = movedAspects(change, aspects);
  return [
    ...(up.length > 0 ? [texts.levels.rose(up)] : []),
    ...(down.length > 0 ? [texts.levels.fell(down)] : []),
    ...(still.length > 0 ? [texts.levels.still(still)] : []),
  ].join('; ');
}
