import type { ComponentProps } from 'react';
import { classNames, controlClass } from './class-names.ts';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={classNames(controlClass, className)} {...props} />;
}

export function Textarea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={classNames(controlClass, 'h-auto! py-1.5 leading-5 field-sizing-content', className)}
      {...props}
    />
  );
}

/** The system's own list of choices, drawn like the other controls. */
export function Select({ className, children, ...props }: ComponentProps<'select'>) {
  return (
    <span className={classNames('relative inline-flex w-full', className)}>
      <select className={classNames(controlClass, 'appearance-none pr-8')} {...props}>
        {children}
      </select>
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 fill-none stroke-muted stroke-[1.5]"
      >
        <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />
      </svg>
    </span>
  );
}

/** A box with its words; the whole line is the target. */
export function Checkbox({ label, className, ...props }: ComponentProps<'input'> & { label: string }) {
  return (
    <label
      className={classNames('flex items-start gap-2 text-sm pointer-coarse:min-h-11 pointer-coarse:py-2', className)}
    >
      <input type="checkbox" className="mt-0.5 size-4 shrink-0 rounded-sm" {...props} />
      <span>{label}</span>
    </label>
  );
}
