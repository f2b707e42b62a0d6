import type { RatedUnit, Round } from '../rounds-data.ts';

const WIDTH = 168;
const SIDE = 12;
const BASE = 28;
const DOT = 4.5;

/** The first ratings as dots on the line of levels, stacked where they are alike. The numbers stand beside it in words. */
export function RatingLine({ levels, unit: { ratings, low, high } }: { levels: Round['levels']; unit: RatedUnit }) {
  const first = levels.at(0)?.level ?? 1;
  const last = levels.at(-1)?.level ?? first + 1;
  const at = (level: number) => SIDE + ((level - first) / (last - first)) * (WIDTH - 2 * SIDE);
  const dots = ratings === null ? [] : stacked(ratings.flatMap(({ rating }) => rating ?? []));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 48`}
      width={WIDTH}
      height={48}
      aria-hidden="true"
      className="max-w-full overflow-visible"
    >
      <path d={`M${SIDE} ${BASE}H${WIDTH - SIDE}`} className="stroke-line stroke-[0.8]" />
      {low === null || high === null ? null : (
        <path d={`M${at(low)} ${BASE}H${at(high)}`} className="stroke-level-2 stroke-[3] [stroke-linecap:round]" />
      )}
      {levels.map(({ level }) => (
        <g key={level}>
          <path d={`M${at(level)} ${BASE - 2}v4`} className="stroke-line stroke-[0.8]" />
          <text x={at(level)} y={46} textAnchor="middle" className="fill-muted text-xs">
            {level}
          </text>
        </g>
      ))}
      {dots.map(({ level, height }) => (
        <circle
          key={`${level} ${height}`}
          cx={at(level)}
          cy={BASE - height * 2 * DOT}
          r={DOT}
          className="fill-level-3"
        />
      ))}
    </svg>
  );
}

/** Each level as often as it was given, at rising heights; more than four are told by the words alone. */
function stacked(given: readonly number[]): { level: number; height: number }[] {
  return [...Map.groupBy(given, (level) => level)].flatMap(([level, { length }]) =>
    Array.from({ length: Math.min(length, 4) }, (_, height) => ({ level, height })),
  );
}
