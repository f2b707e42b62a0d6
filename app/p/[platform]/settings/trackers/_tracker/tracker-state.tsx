import { formatDateTime } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { Badge } from '../../../../../_ui/badge.tsx';
import type { TrackerSummary } from './tracker-data.ts';

const TONES = {
  active: 'accent',
  paused: 'neutral',
  failing: 'broken',
  limited: 'needs-you',
  waiting: 'neutral',
} as const;

/** How a tracker does, in words. */
export async function TrackerState({ tracker, timeZone }: { tracker: TrackerSummary; timeZone: string }) {
  const t = await getText();
  const { state, running, errorSince } = tracker;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone={TONES[state]}>{t(`trackers.states.${state}`)}</Badge>
      {running ? <Badge>{t('trackers.states.running')}</Badge> : null}
      {errorSince === null || state === 'paused' ? null : (
        <span className="text-xs text-muted">
          {t('trackers.since', { when: formatDateTime(errorSince, t.locale, timeZone) })}
        </span>
      )}
    </span>
  );
}
