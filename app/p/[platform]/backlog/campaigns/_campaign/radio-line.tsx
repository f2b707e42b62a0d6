import type { ComponentProps } from 'react';

/** One of several choices; the whole line is the target. */
export function RadioLine({ label, ...props }: ComponentProps<'input'> & { label: string }) {
  return (
    <label className="flex items-start gap-2 text-sm pointer-coarse:min-h-11 pointer-coarse:py-2">
      <input type="radio" className="mt-0.5 size-4 shrink-0" {...props} />
      <span>{label}</span>
    </label>
  );
}
