'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Field } from '../../../_ui/field.tsx';
import { Input } from '../../../_ui/input.tsx';

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id'> & {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  value: string;
  onChange: (text: string) => void;
};

/** A labelled line of text. */
export function TextField({ label, hint, error, required, value, onChange, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} required={required ?? false}>
      {(control) => <Input {...control} {...rest} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

/** The form of keys; the browser says so before the server must. */
export const KEY_PATTERN = '[a-z][a-z0-9]*(-[a-z0-9]+)*';
