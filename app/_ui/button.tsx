import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

const VARIANTS = {
  primary:
    'border-accent bg-accent text-on-accent forced-color-adjust-none hover:border-accent-strong hover:bg-accent-strong',
  secondary: 'border-line/55 bg-raised text-ink hover:bg-sunken',
  quiet: 'border-transparent text-ink hover:bg-sunken',
  danger: 'border-broken/55 bg-raised text-broken hover:bg-broken-soft',
} as const satisfies Record<ButtonVariant, string>;

/** How a button looks, for elements that must be something else. */
export function buttonClass(variant: ButtonVariant = 'secondary'): string {
  return classNames(
    'inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-md border px-3 text-sm font-medium whitespace-nowrap',
    'transition-colors disabled:cursor-not-allowed disabled:opacity-55 pointer-coarse:h-11 pointer-coarse:px-4',
    VARIANTS[variant],
  );
}

export function Button({
  variant = 'secondary',
  type = 'button',
  className,
  ...props
}: ComponentProps<'button'> & { variant?: ButtonVariant }) {
  return <button type={type} className={classNames(buttonClass(variant), className)} {...props} />;
}

/** A link that looks like a button, for the one action that leads somewhere. */
export function ButtonLink({
  variant = 'secondary',
  className,
  ...props
}: ComponentProps<typeof Link> & { variant?: ButtonVariant }) {
  return <Link className={classNames(buttonClass(variant), className)} {...props} />;
}
