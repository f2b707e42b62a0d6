import { classNames } from '../../../../_ui/class-names.ts';

/** The woven pattern of what is hidden for anonymity: not empty, and not nothing. */
export function HiddenPattern({ className }: { className?: string }) {
  const threads =
    'var(--color-line) 8%, transparent 8% 46%, var(--color-line) 46% 54%, transparent 54% 92%, var(--color-line) 92%';
  return (
    <span
      aria-hidden="true"
      className={classNames('inline-block rounded-sm border border-line/55', className)}
      style={{
        backgroundImage: `linear-gradient(45deg, ${threads}), linear-gradient(-45deg, ${threads})`,
        backgroundSize: '8px 8px',
      }}
    />
  );
}
