import type { ReactNode } from 'react';
import type { AppText } from '../../../../../_messages/registry.ts';

const swatch = 'inline-block h-3 w-6 rounded-sm align-[-2px]';

/** What the shapes mean, each with its words. */
export function TimelineLegend({ t }: { t: AppText }) {
  const entries: [
    key: 'work' | 'wait' | 'run' | 'due' | 'overdue' | 'verified' | 'notConfirmed' | 'today',
    sign: ReactNode,
  ][] = [
    ['work', <span key="w" className={`${swatch} bg-level-4`} />],
    [
      'wait',
      <span
        key="t"
        className={`${swatch} border border-level-4 forced-color-adjust-none bg-[repeating-linear-gradient(135deg,var(--color-level-3)_0_1px,transparent_1px_4px)]`}
      />,
    ],
    [
      'run',
      <span
        key="r"
        className={`${swatch} bg-level-2 forced-colors:border forced-colors:border-level-4 forced-colors:bg-paper`}
      />,
    ],
    ['due', <span key="d" className="inline-block h-3 w-2 rounded-r-sm border border-l-2 border-ink align-[-2px]" />],
    [
      'overdue',
      <span
        key="o"
        className="figures inline-block h-3.5 rounded-r-sm border border-l-2 border-needs-you bg-needs-you-soft px-0.5 align-[-2px] leading-none font-semibold text-needs-you"
      >
        !
      </span>,
    ],
    ['verified', <span key="v">✓</span>],
    ['notConfirmed', <span key="n">×</span>],
    ['today', <span key="y" className="inline-block h-3 w-px bg-accent align-[-2px]" />],
  ];
  return (
    <ul aria-label={t('timeline.legend')} className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
      {entries.map(([key, sign]) => (
        <li key={key} className="flex items-center gap-1.5">
          <span aria-hidden="true">{sign}</span>
          {t(`timeline.signs.${key}`)}
        </li>
      ))}
    </ul>
  );
}
