import { classNames } from '../../../../_ui/class-names.ts';

/** The woven pattern of what is hidden for anonymity: not empty, and not nothing. */
export function HiddenPattern({ className }: { className?: string }) {
  const thread = 'var(--color-line) 0 1px, transparent 1px 5px';
  return (
    <span
      aria-hidden="true"
      className={classNames('inline-block rounded-sm border border-line/55', className)}
      style={{
        backgroundImage: `repeating-linear-gradient(45deg, ${thread}), repeating-linear-gradient(-45deg, ${thread})`,
      }}
    />
  );
}
