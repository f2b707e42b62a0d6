import type { AppText } from '../../../../../_messages/registry.ts';
import type { Campaign } from './campaign-data.ts';
import { progressWords } from './campaign-words.ts';

/** How far a campaign is, as a bar with its words: filled is met by evidence, hatched is not known yet. */
export function ProgressBar({ t, progress }: { t: AppText; progress: Campaign['progress'] }) {
  const { of, reached, open } = progress;
  const percent = (n: number) => `${of === 0 ? 0 : (n / of) * 100}%`;
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden="true" className="relative h-2 w-24 shrink-0 overflow-hidden rounded-sm border border-line">
        <span className="absolute inset-y-0 left-0 bg-level-4" style={{ width: percent(reached) }} />
        <span
          className="absolute inset-y-0 forced-color-adjust-none bg-[repeating-linear-gradient(135deg,var(--color-level-2)_0_1px,transparent_1px_4px)]"
          style={{ left: percent(reached), width: percent(open) }}
        />
      </span>
      <span className="figures text-xs whitespace-nowrap">{progressWords(t, progress)}</span>
    </span>
  );
}
