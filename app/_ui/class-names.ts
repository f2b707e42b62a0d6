import { clsx } from 'clsx';

export { type ClassValue, clsx as classNames } from 'clsx';

/** What every one-line control shares: input, select and the like. */
export const controlClass = clsx(
  'h-8 w-full rounded-md border border-line bg-raised px-2.5 text-sm text-ink placeholder:text-muted',
  'hover:border-muted disabled:opacity-60 aria-invalid:border-broken pointer-coarse:h-11 pointer-coarse:text-base',
);
