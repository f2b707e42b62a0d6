'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ChartFrame } from '../../../_charts/chart-frame.tsx';
import { formatDate, formatPercent } from '../../../_messages/format.ts';
import { useText } from '../../../_messages/use-text.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../_ui/table.tsx';
import type { Overview } from './overview-data.ts';

const PercentTrend = dynamic(() => import('../../../_charts/percent-trend.tsx').then((chart) => chart.PercentTrend), {
  ssr: false,
});

type Days = Overview['trend'];

/** Loads what is below the fold when it comes near. */
function WhenNear({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '200px',
    });
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} className="h-[200px]">
      {near ? children : null}
    </div>
  );
}

/** Inside `<details>`: draws its content when that is opened for the first time. */
function WhenOpen({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const details = place.current?.closest('details');
    const open = () => setOpened(true);
    details?.addEventListener('toggle', open, { once: true });
    return () => details?.removeEventListener('toggle', open);
  }, []);
  return <div ref={place}>{opened ? children : null}</div>;
}

function TrendTable({ days }: { days: Days }) {
  const t = useText();
  const percent = (value: number | null) => (value === null ? '–' : formatPercent(value, t.locale));
  return (
    <Table label={t('overview.trend.title')}>
      <Head>
        <tr>
          <HeadCell>{t('charts.day')}</HeadCell>
          <HeadCell numeric>{t('overview.trend.value')}</HeadCell>
          <HeadCell numeric>{t('overview.trend.range')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {days.toReversed().map(({ day, value, low, high }) => (
          <Row key={day}>
            <Cell>{formatDate(day, t.locale)}</Cell>
            <Cell numeric>{percent(value)}</Cell>
            <Cell numeric>
              {percent(low)}–{percent(high)}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

/** How the way to target went, day by day. The chart and the table behind it come when they are looked at. */
export function Trend({ days }: { days: Days }) {
  const t = useText();
  if (days.length < 2) return <p className="text-muted">{t('overview.trend.none')}</p>;
  return (
    <ChartFrame
      t={t}
      title={t('overview.trend.title')}
      unit={t('overview.trend.unit')}
      table={
        <WhenOpen>
          <TrendTable days={days} />
        </WhenOpen>
      }
    >
      <WhenNear>
        <PercentTrend days={days} locale={t.locale} breakLabel={(version) => t('overview.trend.rubric', { version })} />
      </WhenNear>
    </ChartFrame>
  );
}
