import { useId } from 'react';

/** Numbers side by side with words at both ends; each number is a target of its own. */
export function NumberScale({
  from,
  to,
  low,
  high,
  chosen,
  onChoose,
  labelledBy,
}: {
  from: number;
  to: number;
  low: string;
  high: string;
  chosen: number | undefined;
  onChoose: (value: number) => void;
  labelledBy: string;
}) {
  const name = useId();
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const wordsOf = (value: number) =>
    value === from ? `${value}, ${low}` : value === to ? `${value}, ${high}` : undefined;
  return (
    <div>
      <div
        role="radiogroup"
        aria-labelledby={labelledBy}
        className="grid gap-1"
        style={{ gridTemplateColumns: `repeat(${Math.min(numbers.length, 7)}, minmax(0, 1fr))` }}
      >
        {numbers.map((value) => (
          <label
            key={value}
            className="grid min-h-12 place-items-center rounded-md border border-line/55 bg-raised hover:bg-sunken has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={value}
              aria-label={wordsOf(value)}
              checked={chosen === value}
              onChange={() => onChoose(value)}
              className="sr-only"
            />
            <span className="figures">{value}</span>
          </label>
        ))}
      </div>
      <div aria-hidden="true" className="mt-1.5 flex justify-between gap-4 text-sm text-muted">
        <span>
          {from} {low}
        </span>
        <span className="text-right">
          {to} {high}
        </span>
      </div>
    </div>
  );
}
