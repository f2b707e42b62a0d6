'use client';

import { CartesianGrid, ReferenceLine, ResponsiveContainer, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../_ui/table.tsx';
import type { Chart, ChartProps } from './chart.ts';
import { TICK } from './time-axis.tsx';

/** So many cells that stand at one level by one view and at another by the other. */
export type ViewPoint = {
  x: number;
  y: number;
  /** evidence carries both views */
  isCarried: boolean;
  /** names of the cells */
  cells: readonly string[];
};
type Data = { x: string; y: string; top: number; points: readonly ViewPoint[] };

const LEAST_RADIUS = 9;
const GROWTH = 3;
/** Points of thin evidence stand a little aside of those that they share a place with. */
const ASIDE = 0.16;

type DotProps = { cx?: number; cy?: number; payload?: ViewPoint };

/** A disc with the number of its cells; hollow where the evidence is thin. */
function Dot({ cx, cy, payload }: DotProps) {
  if (cx === undefined || cy === undefined || payload === undefined) return <g />;
  const { isCarried, cells } = payload;
  return (
    <g>
      <circle
        cx={cx}
        cy={cy}
        r={LEAST_RADIUS + GROWTH * Math.sqrt(cells.length - 1)}
        fill={isCarried ? 'var(--color-level-4)' : 'var(--color-paper)'}
        stroke="var(--color-level-4)"
        strokeDasharray={isCarried ? undefined : '3 2'}
      />
      <text
        {...{ x: cx, y: cy, dy: '0.35em', textAnchor: 'middle', fontSize: 12 }}
        className="forced-color-adjust-none"
        fill={isCarried ? 'var(--color-on-data)' : 'var(--color-ink)'}
      >
        {cells.length}
      </text>
    </g>
  );
}

function Drawing({ data: { x, y, top, points } }: ChartProps<Data>) {
  const ticks = Array.from({ length: top }, (_, i) => i + 1);
  const axis = {
    ...{ type: 'number' as const, domain: [0.5, top + 0.5], ticks, tick: TICK, tickLine: false },
    axisLine: { stroke: 'var(--color-line)' },
  };
  const shown = points.map((point) => ({ ...point, x: point.x + (point.isCarried ? 0 : ASIDE) }));
  return (
    <ResponsiveContainer width="100%" height={320}>
      <ScatterChart margin={{ top: 12, right: 12, bottom: 20, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--color-hairline)" />
        <XAxis dataKey="x" {...axis} label={{ value: x, position: 'insideBottom', offset: -12, ...TICK }} />
        <YAxis dataKey="y" {...axis} width={44} label={{ value: y, angle: -90, position: 'insideLeft', ...TICK }} />
        <ReferenceLine
          segment={[
            { x: 0.5, y: 0.5 },
            { x: top + 0.5, y: top + 0.5 },
          ]}
          stroke="var(--color-line)"
          strokeDasharray="4 4"
        />
        <Scatter data={shown} shape={Dot} isAnimationActive={false} />
      </ScatterChart>
    </ResponsiveContainer>
  );
}

function PointTable({ data: { x, y, points }, t }: ChartProps<Data>) {
  return (
    <Table label={t('charts.two-views.title', { x, y })}>
      <Head>
        <tr>
          <HeadCell numeric>{x}</HeadCell>
          <HeadCell numeric>{y}</HeadCell>
          <HeadCell>{t('charts.two-views.carried')}</HeadCell>
          <HeadCell>{t('charts.two-views.cells')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {points.map((point) => (
          <Row key={`${point.x} ${point.y} ${point.isCarried}`}>
            <Cell numeric>{point.x}</Cell>
            <Cell numeric>{point.y}</Cell>
            <Cell>{t(point.isCarried ? 'charts.two-views.yes' : 'charts.two-views.no')}</Cell>
            <Cell>{point.cells.join(' · ')}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

export const twoViews: Chart<Data> = { Drawing, Table: PointTable };
