import { classNames } from '../_ui/class-names.ts';

type Line = {
  value: number | null;
  interval: { low: number; high: number } | null;
  op: '>=' | '<=' | '>' | '<' | '=';
  threshold: number;
  unit: 'ratio' | 'duration' | 'count' | 'points';
};

/** Where the line ends: shares and points have their own ends, everything else leaves some air. */
function endOf({ unit, value, interval, threshold }: Line): number {
  if (unit === 'ratio' && Math.max(value ?? 0, interval?.high ?? 0, threshold) <= 1) return 1;
  if (unit === 'points') return 100;
  return Math.max(value ?? 0, interval?.high ?? 0, threshold) * 1.25 || 1;
}

const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;

/** A value with its interval against its threshold; the part of the line that meets it is heavier. The words stand beside it. */
export function NumberLine(line: Line) {
  const end = endOf(line);
  const at = (value: number) => percent(value / end);
  const threshold = line.threshold / end;
  const isUp = line.op === '>=' || line.op === '>';
  return (
    <div aria-hidden="true" className="relative h-7 forced-color-adjust-none">
      <div className="absolute inset-x-0 top-1/2 h-px bg-line" />
      {line.op === '=' ? null : (
        <div
          className="absolute top-1/2 h-1 -translate-y-1/2 bg-line"
          style={isUp ? { left: percent(threshold), right: 0 } : { left: 0, width: percent(threshold) }}
        />
      )}
      <div className="absolute inset-y-0.5 w-0.5 -translate-x-1/2 bg-ink" style={{ left: percent(threshold) }} />
      {line.interval === null ? null : (
        <div
          className="absolute top-1/2 h-2.5 -translate-y-1/2 rounded-sm bg-level-3/40"
          style={{ left: at(line.interval.low), width: percent((line.interval.high - line.interval.low) / end) }}
        />
      )}
      {line.value === null ? null : (
        <div
          className={classNames(
            'absolute top-1/2 size-3 -translate-1/2 rounded-full border-2 border-raised bg-level-4',
          )}
          style={{ left: at(line.value) }}
        />
      )}
    </div>
  );
}
