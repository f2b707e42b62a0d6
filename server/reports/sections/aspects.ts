import { lowerMedian } from '#rubrics/scoring/roll-up.ts';
import type { Cell } from '#rubrics/scoring/scorecard.ts';
import { isBelowTarget } from '#rubrics/scoring/short-of-target.ts';
import { targetLevels } from '../../catalogue/write-targets.ts';
import { isUnanswered, type Material } from '../report-material.ts';
import type { Block, BlockOf } from '../report-model.ts';
import { number, type SectionBuilder, text } from '../section.ts';

/** Each aspect over all capabilities. */
export const aspects: SectionBuilder = (material) => ({
  id: 'aspects',
  title: material.texts.aspects.title,
  startsPage: false,
  blocks: [spreadOf(material), tableOf(material)],
});

const counts = ({ state }: Cell) => state !== 'not_applicable';
/** A level that is not whole stands at the step it has got to. */
const stepOf = ({ level }: Cell) => (level === null ? null : Math.floor(level));
const atTarget = (cell: Cell) => !isBelowTarget(cell);

/** How many cells of each aspect stand at each level, with the last quarter above. */
function spreadOf({ aspects: parts, change, edition, rubric, texts, nameOf }: Material): BlockOf<'spread'> {
  const levels = targetLevels(rubric).map(({ level }) => level);
  const steps = [texts.aspects.notOffered, ...levels.map(nameOf.level)];
  const bar = (period: string, cells: readonly Cell[]) => {
    const known = cells.filter((cell) => counts(cell) && !isUnanswered(cell, rubric));
    const at = [null, ...levels].map((level) => known.filter((cell) => stepOf(cell) === level).length);
    const words = at.flatMap((n, index) => (n === 0 ? [] : [texts.aspects.stepCount(n, steps[index] ?? '')]));
    return { period, counts: at, words: texts.list(words) };
  };
  const worst = parts
    .map(({ name, cells }) => ({ name, cells: cells.filter(counts) }))
    .map(({ name, cells }) => ({ name, all: cells.length, below: cells.filter((cell) => !atTarget(cell)).length }))
    .toSorted((a, b) => b.below - a.below)[0];
  const none = worst === undefined || worst.below === 0;
  return {
    kind: 'spread',
    title: none ? texts.aspects.spreadNone : texts.aspects.spread(worst.name, worst.below, worst.all),
    steps,
    rows: parts.map(({ key, name, cells }) => {
      const was = change?.baseline.cells.filter(({ aspect }) => aspect === key);
      const before = change === null || was === undefined ? [] : [bar(change.period, was)];
      return { name, bars: [...before, bar(edition.period, cells)] };
    }),
    note: texts.aspects.spreadNote,
  };
}

function tableOf({ aspects: parts, rubric, texts, nameOf }: Material): Block {
  const { aspect, toTarget, range, median, at, below } = texts.aspects.columns;
  const ranked = parts.filter((part) => part.toTarget.value !== null);
  const furthest = ranked.toSorted((a, b) => (a.toTarget.value ?? 0) - (b.toTarget.value ?? 0))[0];
  const even = ranked.every((part) => part.toTarget.value === furthest?.toTarget.value);
  return {
    kind: 'table',
    title: furthest === undefined || even ? texts.aspects.even : texts.aspects.table(furthest.name),
    columns: [text(aspect), number(toTarget), number(range), text(median), number(at), number(below)],
    rows: parts.map((part) => {
      const cells = part.cells.filter(counts);
      const reached = cells.filter(atTarget).length;
      return [
        part.name,
        texts.percent(part.toTarget.value),
        texts.range(part.toTarget.low, part.toTarget.high),
        nameOf.level(
          lowerMedian(cells.filter((cell) => !isUnanswered(cell, rubric)).map(({ level }) => level ?? rubric.floor)),
        ),
        String(reached),
        String(cells.length - reached),
      ];
    }),
    note: '',
  };
}
