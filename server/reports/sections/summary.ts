import type { Cell } from '#rubrics/scoring/scorecard.ts';
import { listObstacles, type Obstacle } from '../../overview/list-obstacles.ts';
import { listThinEvidence, measureEvidence } from '../../overview/measure-evidence.ts';
import { rankParts } from '../rank-parts.ts';
import type { Material } from '../report-material.ts';
import type { Block } from '../report-model.ts';
import type { SectionBuilder } from '../section.ts';

const LONGEST_LIST = 5;

/** One page that stands alone: where we stand, what changed, what rests on little, what is asked. */
export const summary: SectionBuilder = (material) => {
  const { frozen, texts } = material;
  const { note, frozenBy } = frozen.assessment;
  const blocks: Block[] = [{ kind: 'facts', items: facts(material) }];
  if (note !== null) blocks.push({ kind: 'paragraph', text: texts.summary.note(frozenBy, note) });
  blocks.push({ kind: 'paragraph', text: [...comparison(material), ...movement(material)].join(' ') });
  const thin = listThinEvidence(frozen.scorecard.cells).slice(0, LONGEST_LIST);
  blocks.push({
    kind: 'paragraph',
    text: texts.summary.thin(thin.map((one) => material.nameOf.capability(one.capability))),
  });
  blocks.push({ kind: 'list', title: texts.summary.asked, items: asks(material) });
  return { id: 'summary', title: texts.summary.title, startsPage: false, blocks };
};

function facts({ frozen, change, texts }: Material) {
  const { value, low, high } = frozen.scorecard.percentToTarget;
  const evidence = measureEvidence(frozen.scorecard.cells);
  const distance = distances(frozen.scorecard.cells, frozen.rubric.floor);
  return [
    {
      label: texts.summary.toTarget,
      value: texts.percent(value),
      note: texts.summary.toTargetNote(texts.range(low, high)),
    },
    sinceFact({ change, texts }),
    {
      label: texts.summary.coverage,
      value: texts.percent(evidence.coverage),
      note: texts.summary.coverageNote(evidence.stale),
    },
    {
      label: texts.summary.atTarget,
      value: `${distance.filter((levels) => levels <= 0).length} / ${distance.length}`,
      note: texts.summary.atTargetNote(
        distance.filter((levels) => levels === 1).length,
        distance.filter((levels) => levels > 1).length,
      ),
    },
  ];
}

function sinceFact({ change, texts }: Pick<Material, 'change' | 'texts'>) {
  if (change === null)
    return { label: texts.summary.sinceFirst, value: texts.none, note: texts.summary.sinceFirstNote };
  const points = (share: number | null) => (share === null ? texts.unknown : texts.points(share));
  const note = change.rubricChanged
    ? texts.summary.sinceNote(points(change.evidence), points(change.rubric))
    : texts.summary.sinceSameRubric;
  return { label: texts.summary.since(change.period), value: points(change.total), note };
}

/** Levels missing to the target, of every cell that counts; what is not offered stands at the floor. */
function distances(cells: readonly Cell[], floor: number): number[] {
  return cells.filter(({ state }) => state !== 'not_applicable').map(({ level, target }) => target - (level ?? floor));
}

function comparison({ aspects, texts }: Material): string[] {
  const ranks = rankParts(aspects);
  if (ranks === null) return [];
  const { best, worst } = ranks;
  return [
    texts.summary.strengths(best.names, texts.percent(best.value)),
    texts.summary.weaknesses(worst.names, texts.percent(worst.value)),
  ];
}

function movement({ change, texts }: Material): string[] {
  if (change === null) return [];
  const rose = change.moved.filter(({ from, to }) => (to ?? 0) > (from ?? 0)).length;
  return [texts.summary.moved(rose, change.moved.length - rose)];
}

function asks({ frozen, texts, nameOf }: Material): string[] {
  const say = (obstacle: Obstacle) => {
    const { criterion: id, notMet, unknown, role, capabilities } = obstacle;
    const title = nameOf.criterion(id);
    if (role === 'limiter') return texts.summary.askSymptom(title, id, capabilities.length);
    return texts.summary.ask({ title, id, cells: capabilities.length, notMet, unknown });
  };
  const obstacles = listObstacles(frozen.scorecard.cells).slice(0, LONGEST_LIST);
  return obstacles.length === 0 ? [texts.summary.nothingAsked] : obstacles.map(say);
}
