const WIDTH = 320;
const HEIGHT = 48;
const DAY_MS = 86_400_000;

type Point = { day: string; value: number };
type Window = { from: string; to: string };

/** Daily values as a thin line; the window that decides is shaded, a threshold that single days can be held against is dashed. */
export function Sparkline({
  points,
  window,
  threshold,
}: {
  points: readonly Point[];
  window: Window;
  threshold: number | null;
}) {
  const last = Date.parse(window.to);
  const first = Math.min(Date.parse(window.from), Date.parse(points[0]?.day ?? window.from));
  const top = Math.max(threshold ?? 0, ...points.map(({ value }) => value)) * 1.1 || 1;
  const x = (at: number) => Math.round(((at - first) / (last - first + DAY_MS)) * WIDTH * 10) / 10;
  const y = (value: number) => Math.round((1 - value / top) * HEIGHT * 10) / 10;
  const path = points
    .map(({ day, value }, index) => `${index === 0 ? 'M' : 'L'}${x(Date.parse(day))} ${y(value)}`)
    .join('');
  const from = x(Date.parse(window.from));
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-12 w-full overflow-visible fill-none"
    >
      <rect x={from} y={0} width={WIDTH - from} height={HEIGHT} className="fill-level-1/20" />
      {threshold === null ? null : (
        <path
          d={`M0 ${y(threshold)}H${WIDTH}`}
          className="stroke-ink [stroke-dasharray:3_3] [vector-effect:non-scaling-stroke]"
        />
      )}
      <path d={path} className="stroke-level-4 stroke-[1.5] [vector-effect:non-scaling-stroke]" />
    </svg>
  );
}
