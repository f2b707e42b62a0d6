import { formatDate } from '../_messages/format.ts';
import { type LevelName, levelWords } from '../_ui/meter-words.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../_ui/table.tsx';
import type { Chart, ChartProps } from './chart.ts';

const WIDTH = 160;
const HEIGHT = 56;
const DAY_MS = 86_400_000;

/** Days in a row on which a cell stood alike; without a level it is not offered, or does not apply. */
type Run = { from: string; to: string; level: number | null; low: number | null; high: number | null };
/** The level of a few cells by day, and the days on which their series break. */
type Data = {
  levels: readonly LevelName[];
  cells: readonly { key: string; name: string; runs: readonly Run[] }[];
  breakDays: readonly string[];
};

type Scale = { x: (day: string) => number; y: (level: number | null) => number };

function scaleOf({ cells, levels }: Data): Scale {
  const runs = cells.flatMap((cell) => cell.runs);
  const first = Math.min(...runs.map(({ from }) => Date.parse(from)));
  const last = Math.max(...runs.map(({ to }) => Date.parse(to))) + DAY_MS;
  const top = Math.max(...levels.map(({ level }) => level));
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    x: (day) => round(((Date.parse(day) - first) / (last - first)) * WIDTH),
    y: (level) => round(HEIGHT - ((level ?? 0) / top) * HEIGHT),
  };
}

const endOf = (day: string) => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, day.length);

function Steps({ runs, breakDays, levels, scale }: { runs: readonly Run[]; scale: Scale } & Omit<Data, 'cells'>) {
  const { x, y } = scale;
  const line = runs
    .map(({ from, to, level }, i) => `${i === 0 ? 'M' : 'L'}${x(from)} ${y(level)}H${x(endOf(to))}`)
    .join('');
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-14 w-full overflow-visible fill-none forced-color-adjust-none"
    >
      {levels.map(({ level }) => (
        <path
          key={level}
          d={`M0 ${y(level)}H${WIDTH}`}
          className="stroke-hairline [vector-effect:non-scaling-stroke]"
        />
      ))}
      <path d={`M0 ${HEIGHT}H${WIDTH}`} className="stroke-line [vector-effect:non-scaling-stroke]" />
      {runs.map(({ from, to, low, high }) => (
        <rect
          key={from}
          x={x(from)}
          y={y(high)}
          width={Math.max(0, x(endOf(to)) - x(from))}
          height={Math.max(0, y(low) - y(high))}
          className="fill-level-1/30"
        />
      ))}
      {breakDays.map((day) => (
        <path
          key={day}
          d={`M${x(day)} 0V${HEIGHT}`}
          className="stroke-line [stroke-dasharray:3_3] [vector-effect:non-scaling-stroke]"
        />
      ))}
      <path d={line} className="stroke-level-4 stroke-2 [vector-effect:non-scaling-stroke]" />
    </svg>
  );
}

function Drawing({ data }: ChartProps<Data>) {
  const scale = scaleOf(data);
  return (
    <div className="mt-2 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 xl:grid-cols-5">
      {data.cells.map(({ key, name, runs }) => (
        <div key={key} className="min-w-0">
          <p className="mb-1 text-xs text-muted">{name}</p>
          <Steps runs={runs} levels={data.levels} breakDays={data.breakDays} scale={scale} />
        </div>
      ))}
    </div>
  );
}

function HistoryTable({ data, t }: ChartProps<Data>) {
  const words = (level: number | null) =>
    level === null ? t('charts.level-history.none') : levelWords(t, level, data.levels);
  return (
    <Table label={t('charts.level-history.title')}>
      <Head>
        <tr>
          <HeadCell>{t('charts.level-history.aspect')}</HeadCell>
          <HeadCell>{t('charts.level-history.from')}</HeadCell>
          <HeadCell>{t('charts.level-history.to')}</HeadCell>
          <HeadCell>{t('charts.level-history.level')}</HeadCell>
          <HeadCell>{t('charts.level-history.range')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {data.cells.flatMap(({ key, name, runs }) =>
          runs.toReversed().map(({ from, to, level, low, high }) => (
            <Row key={`${key} ${from}`}>
              <Cell>{name}</Cell>
              <Cell className="whitespace-nowrap">{formatDate(from, t.locale)}</Cell>
              <Cell className="whitespace-nowrap">{formatDate(to, t.locale)}</Cell>
              <Cell>{words(level)}</Cell>
              <Cell className="figures">{high === null ? '' : `${low ?? 0}–${high}`}</Cell>
            </Row>
          )),
        )}
      </Body>
    </Table>
  );
}

export const levelHistory: Chart<Data> = { Drawing, Table: HistoryTable };
