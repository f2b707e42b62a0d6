import type { Cell } from '#rubrics/scoring/scorecard.ts';
import { listThinEvidence, measureEvidence } from '../../overview/measure-evidence.ts';
import { listAsks } from '../list-asks.ts';
import type { Material } from '../report-material.ts';
import type { Block } from '../report-model.ts';
import type { SectionBuilder } from '../section.ts';
import { whyMoved } from '../why-moved.ts';

/** Of each list as much as leaves the summary on one page. */
const LONGEST_LIST = 3;

/** One page that stands alone: where we stand, what changed, what rests on little, what is asked. */
export const summary: SectionBuilder = (material) => {
  const { edition, texts } = material;
  const { asks, note } = edition;
  const blocks: Block[] = [
    { kind: 'lead', text: lead(material) },
    { kind: 'facts', items: facts(material) },
  ];
  if (note !== null) blocks.push({ kind: 'paragraph', text: texts.summary.note(note.by, note.text) });
  blocks.push(
    { kind: 'list', title: texts.summary.changed, ordered: false, items: changed(material) },
    { kind: 'list', title: texts.summary.thin, ordered: false, items: thin(material) },
    asks.length > 0
      ? { kind: 'list', title: texts.summary.asked, ordered: true, items: asks }
      : { kind: 'list', title: texts.summary.helps, ordered: true, items: listAsks(material, LONGEST_LIST) },
  );
  return { id: 'summary', title: texts.summary.title, startsPage: false, blocks };
};

function lead({ edition, scorecard, change, texts }: Material): string {
  const { value, low, high } = scorecard.percentToTarget;
  if (value === null) return texts.summary.leadUnknown(edition.platformName) + texts.summary.leadEnd;
  const start = texts.summary.lead(
    edition.platformName,
    texts.percent(value),
    low === high ? null : texts.range(low, high),
  );
  if (change === null || change.total === null) return start + texts.summary.leadEnd;
  const points = texts.points(Math.abs(change.total)).replace('+', '');
  if (change.total === 0) return start + texts.summary.leadSame(change.period);
  return start + texts.summary[change.total > 0 ? 'leadMore' : 'leadLess'](points, change.period);
}

function facts({ scorecard, rubric, change, texts }: Material) {
  const { value, low, high } = scorecard.percentToTarget;
  const evidence = measureEvidence(scorecard.cells);
  const distance = distances(scorecard.cells, rubric.floor);
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

function changed(material: Material): string[] {
  const { change, texts, nameOf } = material;
  if (change === null) return [texts.summary.first];
  const { moved } = change;
  const went = (sign: number) => moved.filter(({ way }) => way === sign).length;
  const told = moved.slice(0, LONGEST_LIST).map((one) => {
    const cell = `${nameOf.capability(one.capability)}, ${nameOf.aspect(one.aspect)}`;
    return texts.summary.movedTo(cell, nameOf.standing(one.from), nameOf.standing(one.to), whyMoved(one, material, 2));
  });
  const rest = moved.length - told.length;
  return [
    moved.length === 0 ? `${texts.changes.nothing}.` : texts.summary.moved(went(1), went(-1)),
    ...told,
    ...(rest > 0 ? [texts.summary.more(rest)] : []),
  ];
}

function thin({ scorecard, texts, nameOf }: Material): string[] {
  const all = listThinEvidence(scorecard.cells);
  if (all.length === 0) return [texts.summary.thinNone];
  const told = all.slice(0, LONGEST_LIST).map(({ capability, coverage, reason }) => {
    return texts.summary.thinOf(nameOf.capability(capability), texts.percent(coverage), texts.evidence.reasons[reason]);
  });
  const rest = all.slice(LONGEST_LIST).map(({ capability }) => nameOf.capability(capability));
  return rest.length === 0 ? told : [...told, texts.summary.thinMore(rest)];
}
