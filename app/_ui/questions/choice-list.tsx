import { useId } from 'react';

/** Answers one below the other, one can be chosen; the whole line is the target. Arrow keys move, as in any radio group. */
export function ChoiceList({
  options,
  chosen,
  onChoose,
  labelledBy,
}: {
  options: readonly { key: string; text: string }[];
  chosen: string | undefined;
  onChoose: (key: string) => void;
  labelledBy: string;
}) {
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className="flex flex-col gap-2">
      {options.map(({ key, text }) => (
        <label
          key={key}
          className="flex min-h-12 items-center gap-3 rounded-md border border-line/55 bg-raised px-4 py-2.5 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={key}
            checked={chosen === key}
            onChange={() => onChoose(key)}
            className="size-5 shrink-0 outline-none"
          />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}
