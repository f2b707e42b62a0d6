'use client';

import { type ChangeEvent, useState } from 'react';
import { Field } from './field.tsx';
import { Input } from './input.tsx';

/** Chooses one CSV file of this machine; a larger one than allowed is refused here, and `null` is handed over. */
export function FileField({
  label,
  hint,
  tooLarge,
  error = null,
  largest,
  disabled,
  onChoose,
}: {
  label: string;
  hint: string;
  /** what is said of a file that is too large */
  tooLarge: string;
  error?: string | null;
  /** bytes */
  largest: number;
  disabled: boolean;
  onChoose: (file: File | null) => void;
}) {
  const [refused, setRefused] = useState(false);

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    const isRefused = file !== undefined && file.size > largest;
    setRefused(isRefused);
    onChoose(isRefused ? null : (file ?? null));
  }

  return (
    <Field label={label} hint={hint} error={refused ? tooLarge : error}>
      {(control) => (
        <Input
          {...control}
          type="file"
          accept=".csv,.tsv,text/csv"
          disabled={disabled}
          onChange={choose}
          // the same file, mended, may be chosen again
          onClick={(event) => {
            event.currentTarget.value = '';
          }}
          className="h-auto! py-1 file:mr-3 file:rounded-sm file:bg-sunken file:px-2 file:py-0.5"
        />
      )}
    </Field>
  );
}
