/** An estimate as a tick and its interval as a bar, on a line from 0 to 1. The numbers stand beside it. */
export function IntervalBar({ low, estimate, high }: { low: number; estimate: number; high: number }) {
  const at = (ratio: number) => `${Math.min(1, Math.max(0, ratio)) * 100}%`;
  return (
    <span aria-hidden="true" className="relative block h-4 w-full min-w-32 border-x border-hairline">
      <span className="absolute inset-x-0 top-1/2 h-px bg-hairline" />
      <span
        className="absolute top-1/2 h-2 -translate-y-1/2 rounded-sm bg-level-1"
        style={{ left: at(low), right: `calc(100% - ${at(high)})` }}
      />
      <span className="absolute top-0 h-4 w-0.5 -translate-x-1/2 bg-ink" style={{ left: at(estimate) }} />
    </span>
  );
}
