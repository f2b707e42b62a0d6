import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import type { Cell, Scorecard } from '#rubrics/scoring/scorecard.ts';

/** A scorecard as a table to read in a terminal: level/target, with the range in brackets where it is open. */
export function formatScorecard(scorecard: Scorecard, rubric: Rubric, bundle: Bundle): string {
  const names = new Map(bundle.settings.capabilities.map(({ key, name }) => [key, name]));
  const byCapability = [...Map.groupBy(scorecard.cells, ({ capability }) => capability)];
  const rows = byCapability.map(([key, cells]) => [
    names.get(key) ?? key,
    ...rubric.aspects.map((aspect) => cellText(cells.find((cell) => cell.aspect === aspect))),
  ]);
  const aspects = rubric.pack.pack.aspects.map(({ name }) => name);
  const { value, low, high } = scorecard.percentToTarget;
  return [
    `${rubric.id} ${rubric.version}, as of ${scorecard.asOf}`,
    `Percent to target: ${percent(value)} (${percent(low)} to ${percent(high)})`,
    '',
    ...layOut(aspects.length > MOST_COLUMNS ? turned([['', ...aspects], ...rows]) : [['', ...aspects], ...rows]),
    '',
    'level/target [range]; ? not known yet; ○ not offered; – does not apply; ! held down by a symptom',
    '',
  ].join('\n');
}

function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell.state === 'not_applicable') return '–';
  if (cell.state === 'not_offered') return '○';
  const range = cell.low === cell.high ? '' : ` [${cell.low ?? '○'}–${cell.high ?? '○'}]`;
  const open = cell.confidence === null && cell.level === 0;
  return `${open ? '?' : (cell.level ?? '○')}/${cell.target}${cell.heldBy.length > 0 ? '!' : ''}${range}`;
}

/** More aspects than this stand below each other. */
const MOST_COLUMNS = 8;
const turned = (rows: string[][]) => (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));

const percent = (share: number | null) => (share === null ? 'not known yet' : `${Math.round(share * 100)} %`);

function layOut(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
