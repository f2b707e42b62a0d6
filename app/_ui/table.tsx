import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** A table of hairlines. It scrolls sideways inside itself, never the page. */
export function Table({ label, className, children, ...props }: ComponentProps<'table'> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="relative -mx-1 overflow-x-auto px-1">
      <table className={classNames('w-full border-collapse text-sm', className)} {...props}>
        {children}
      </table>
    </section>
  );
}

export function Head({ children }: ComponentProps<'thead'>) {
  return <thead className="border-b border-hairline text-left text-xs text-muted">{children}</thead>;
}

export function HeadCell({ numeric = false, className, ...props }: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={classNames(
        'h-8 px-2 font-medium whitespace-nowrap first:pl-0 last:pr-0',
        numeric && 'text-right',
        className,
      )}
      {...props}
    />
  );
}

export function Body(props: ComponentProps<'tbody'>) {
  return <tbody {...props} />;
}

export function Row({ className, ...props }: ComponentProps<'tr'>) {
  return <tr className={classNames('border-b border-hairline last:border-0', className)} {...props} />;
}

export function Cell({ numeric = false, className, ...props }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      className={classNames(
        'h-9 px-2 py-1 align-middle first:pl-0 last:pr-0',
        numeric && 'figures text-right',
        className,
      )}
      {...props}
    />
  );
}
