import { lowerMedian } from '#rubrics/scoring/roll-up.ts';
import type { ReportTexts } from '../english.ts';
import type { Block } from '../report-model.ts';
import { number, type SectionBuilder, text } from '../section.ts';

/** Each aspect over all capabilities. */
export const aspects: SectionBuilder = ({ aspects: parts, frozen, texts, nameOf }) => {
  const rows = parts.map(({ name, cells, toTarget }) => {
    const counted = cells.filter(({ state }) => state !== 'not_applicable');
    const at = counted.filter(({ level, target }) => (level ?? 0) >= target).length;
    return {
      name,
      toTarget,
      at,
      below: counted.length - at,
      median: lowerMedian(counted.map(({ level }) => level ?? frozen.rubric.floor)),
    };
  });
  const most = rows.toSorted((a, b) => b.below - a.below)[0];
  const uneven = rows.some(({ below }) => below !== most?.below);
  const { aspect, toTarget, range, median, at, below } = texts.aspects.columns;
  const table: Block = {
    kind: 'table',
    title: titleOf(most, uneven, texts),
    columns: [text(aspect), number(toTarget), number(range), text(median), number(at), number(below)],
    rows: rows.map((row) => [
      row.name,
      texts.percent(row.toTarget.value),
      texts.range(row.toTarget.low, row.toTarget.high),
      nameOf.level(row.median),
      String(row.at),
      String(row.below),
    ]),
    note: '',
  };
  return { id: 'aspects', title: texts.aspects.title, startsPage: false, blocks: [table] };
};

function titleOf(most: { name: string; below: number } | undefined, uneven: boolean, texts: ReportTexts): string {
  if (most === undefined || most.below === 0) return texts.aspects.reached;
  return uneven ? texts.aspects.table(most.name) : texts.aspects.even;
}
