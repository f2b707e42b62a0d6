import type { Cell, CriterionResult } from '#rubrics/scoring/scorecard.ts';
import { capsOf, listBlockers } from '../../overview/list-blockers.ts';
import type { Material } from '../report-material.ts';
import type { Block } from '../report-model.ts';
import { number, type SectionBuilder, text } from '../section.ts';

const NAMED = 2;

/** The five cells of each capability, with what stands in the way of the next level. */
export const capabilities: SectionBuilder = (material) => ({
  id: 'capabilities',
  title: material.texts.capabilities.title,
  startsPage: false,
  blocks: material.capabilities.map((capability) => tableOf(capability, material)),
});

function tableOf(capability: Material['capabilities'][number], material: Material): Block {
  const { texts } = material;
  const { aspect, level, range, target, coverage, next } = texts.capabilities.columns;
  const { heading, headingOut, owner } = texts.capabilities;
  return {
    kind: 'table',
    title: capability.offered
      ? heading(capability.name, texts.percent(capability.toTarget.value))
      : headingOut(capability.name),
    columns: [text(aspect), text(level), number(range), number(target), number(coverage), text(next)],
    rows: capability.offered ? capability.cells.map((cell) => rowOf(cell, material)) : [],
    note: owner(capability.owner),
  };
}

function rowOf(cell: Cell, material: Material): string[] {
  const { texts, nameOf } = material;
  if (cell.state !== 'scored') {
    return [
      nameOf.aspect(cell.aspect),
      texts.cell[cell.state],
      texts.none,
      String(cell.target),
      texts.none,
      texts.none,
    ];
  }
  const bound = (level: number | null) => (level === null ? texts.capabilities.none : String(level));
  const range = cell.low === cell.high ? bound(cell.level) : `${bound(cell.low)}–${bound(cell.high)}`;
  return [
    nameOf.aspect(cell.aspect),
    nameOf.level(cell.level),
    range,
    String(cell.target),
    cell.coverage === null ? texts.none : texts.percent(cell.coverage),
    inTheWay(cell, material),
  ];
}

function inTheWay(cell: Cell, { texts, nameOf, rubric }: Material): string {
  const blockers = listBlockers(cell, capsOf(rubric));
  if (blockers.length === 0) return texts.capabilities.nothing;
  const say = ({ id, role, state, reason }: CriterionResult) => {
    const title = nameOf.criterion(id);
    if (role === 'limiter') return texts.capabilities.held(title, id);
    const why =
      state === 'unknown' && reason !== undefined ? texts.evidence.reasons[reason] : texts.capabilities.notMet;
    return texts.capabilities.blocker(title, id, why);
  };
  const named = blockers.slice(0, NAMED).map(say);
  const rest = blockers.length - named.length;
  return [...named, ...(rest > 0 ? [texts.capabilities.more(rest)] : [])].join('; ');
}
