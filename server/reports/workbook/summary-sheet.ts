import type { Cell } from 'write-excel-file/node';
import { measureEvidence } from '../../overview/measure-evidence.ts';
import type { Material } from '../report-material.ts';
import { column, day, level, percent, points, type SheetBuilder, text } from './sheet.ts';

/** Where we stand, what changed, what is asked, and the levels as a map. */
export const summarySheet: SheetBuilder = (material) => {
  const { texts, aspects } = material;
  const { item, value } = texts.workbook.summary;
  return {
    name: texts.workbook.sheets.summary,
    columns: [column(item, 44), column(value, 44), ...aspects.slice(1).map(() => column('', 14))],
    rows: [...facts(material), ...words(material), [], ...map(material)],
  };
};

function facts({ texts, edition, scorecard, rubric, change }: Material): Cell[][] {
  const names = texts.workbook.summary;
  const { value, low, high } = scorecard.percentToTarget;
  return [
    [text(names.platform), text(edition.platformName)],
    [text(names.quarter), text(edition.period)],
    [text(names.asOf), day(scorecard.asOf)],
    [text(names.toTarget), percent(value)],
    [text(names.low), percent(low)],
    [text(names.high), percent(high)],
    ...(change === null
      ? []
      : [
          [text(names.total(change.period)), points(change.total)],
          [text(names.evidence), points(change.evidence)],
          [text(names.rubric), points(change.rubric)],
        ]),
    [text(names.coverage), percent(measureEvidence(scorecard.cells).coverage)],
    [text(names.rubricId), text(`${rubric.id} ${rubric.version}`)],
    [text(names.hash), text(edition.hashes?.scorecard ?? null)],
  ];
}

function words({ texts, edition }: Material): Cell[][] {
  const names = texts.workbook.summary;
  return [
    ...(edition.note === null ? [] : [[text(names.note), text(edition.note.text)]]),
    ...edition.asks.map((ask) => [text(names.ask), text(ask)]),
  ];
}

function map({ texts, aspects, capabilities, rubric }: Material): Cell[][] {
  const bold = (name: string): Cell => ({ value: name, type: String, fontWeight: 'bold' });
  return [
    [bold(texts.workbook.summary.map), ...aspects.map(({ name }) => bold(name))],
    ...capabilities.map(({ name, cells }) => [
      text(name),
      ...aspects.map(({ key }) => level(cells.find(({ aspect }) => aspect === key)?.level ?? null, rubric)),
    ]),
  ];
}
