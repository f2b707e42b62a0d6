'use client';

import { useId } from 'react';

/** One of a few, each on its own line. */
export function ChoiceList<T extends string>({
  legend,
  choices,
  chosen,
  onChoose,
}: {
  legend: string;
  choices: { value: T; label: string }[];
  chosen: T;
  onChoose: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className="mt-1 flex items-start gap-2 pointer-coarse:min-h-11 pointer-coarse:py-2">
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
            className="mt-0.5 size-4 shrink-0"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
