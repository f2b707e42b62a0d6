'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../_messages/use-text.tsx';
import type { Chart } from './chart.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartKey } from './registry.ts';

type Props<Data> = {
  chart: { key: ChartKey; load: () => Promise<Chart<Data>> };
  data: Data;
  /** in px, kept free until it is drawn */
  height: number;
  title?: string;
  unit?: string;
};

/** A chart that is loaded when it comes near the window, with its title and unit from the start. */
export function LazyChart<Data>({ chart, data, height, title, unit }: Props<Data>) {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<Chart<Data> | null>(null);
  const load = chart.load;
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        void load().then(setLoaded);
      },
      { rootMargin: '200px' },
    );
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, [load]);
  return (
    <ChartFrame
      t={t}
      title={title ?? t(`charts.${chart.key}.title`)}
      unit={unit ?? t(`charts.${chart.key}.unit`)}
      table={<WhenOpen>{loaded === null ? null : <loaded.Table data={data} t={t} />}</WhenOpen>}
    >
      <div ref={place} style={{ minHeight: height }}>
        {loaded === null ? null : <loaded.Drawing data={data} t={t} />}
      </div>
    </ChartFrame>
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
