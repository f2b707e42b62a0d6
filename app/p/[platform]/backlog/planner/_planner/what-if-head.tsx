'use client';

import { formatPercent } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Badge } from '../../../../../_ui/badge.tsx';
import { pointsWords } from '../../../../../_ui/change-words.ts';
import { classNames } from '../../../../../_ui/class-names.ts';
import type { WhatIfState } from './use-what-if.ts';

/** What decides between point and points. */
const countOf = (share: number) => Math.abs(Math.round(share * 1000) / 10);

type Percent = WhatIfState['now']['percentToTarget'];

/** What is decided about anything: while nothing is, how far it is to target is not known. */
function percentOf({ percentToTarget, cells }: WhatIfState['now']): Percent {
  return cells.every(({ confidence }) => confidence === null) ? { ...percentToTarget, value: null } : percentToTarget;
}

function rangeWords(t: AppText, { low, high }: Percent): string | null {
  if (low === null || high === null || low === high) return null;
  return t('planner.head.range', { low: formatPercent(low, t.locale), high: formatPercent(high, t.locale) });
}

function Figure({ label, percent, strong }: { label: string; percent: Percent; strong: boolean }) {
  const t = useText();
  return (
    <div>
      <dt className="text-xs text-muted">{label}</dt>
      <dd>
        <span
          className={classNames(
            percent.value === null ? 'text-lg' : 'figures text-xl',
            strong ? 'font-semibold' : 'text-muted',
          )}
        >
          {percent.value === null ? t('planner.head.unknown') : formatPercent(percent.value, t.locale, 1)}
        </span>
        <span className="block text-xs text-muted">{rangeWords(t, percent)}</span>
      </dd>
    </div>
  );
}

/** How far the platform is on its way as it is, and how far it would be: the second is always said to be assumed. */
export function WhatIfHead({ state, changed }: { state: WhatIfState; changed: number }) {
  const t = useText();
  const { now, next, assumed } = state;
  const [from, to] = [now.percentToTarget.value, next.percentToTarget.value];
  const gain = from === null || to === null ? null : to - from;
  return (
    <div className="flex flex-wrap items-end gap-x-8 gap-y-2">
      <dl className="flex gap-x-8">
        <Figure label={t('planner.head.now')} percent={percentOf(now)} strong={assumed.length === 0} />
        {assumed.length === 0 ? null : (
          <Figure label={t('planner.head.assumed')} percent={next.percentToTarget} strong />
        )}
      </dl>
      <p aria-live="polite" className="min-w-0 pb-1 text-muted">
        {assumed.length === 0 ? (
          t('planner.head.nothing')
        ) : (
          <>
            <Badge tone="accent">{t('planner.head.badge')}</Badge>{' '}
            {t('planner.head.change', {
              n: countOf(gain ?? 0),
              points: gain === null ? t('planner.head.unknown') : pointsWords(t, gain),
              cells: t('planner.head.cells', { n: changed }),
            })}
          </>
        )}
      </p>
    </div>
  );
}
