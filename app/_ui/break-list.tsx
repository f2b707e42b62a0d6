import type { AppText } from '../_messages/registry.ts';
import { type BreakOf, breakWords } from './change-words.ts';

/** The breaks of a chart in words; `numbered` as the chart numbers them, by day. */
export function BreakList({ t, breaks, numbered }: { t: AppText; breaks: readonly BreakOf[]; numbered: boolean }) {
  if (breaks.length === 0) return null;
  const days = breakDaysOf(breaks);
  return (
    <div className="mt-2 text-xs text-muted">
      <p>{t('moved.breaks.about')}</p>
      <ul>
        {breaks.map((one) => (
          <li key={`${one.day} ${one.reason} ${one.to}`}>
            {numbered ? <span className="figures mr-1">{days.indexOf(one.day) + 1}</span> : null}
            {breakWords(t, one)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The days of some breaks, each once, oldest first. */
export const breakDaysOf = (breaks: readonly BreakOf[]) => [...new Set(breaks.map(({ day }) => day))].sort();
