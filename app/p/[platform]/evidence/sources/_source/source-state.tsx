import { formatDateTime } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { Badge } from '../../../../../_ui/badge.tsx';
import type { SourceSummary } from './sources-data.ts';

const TONES = { active: 'accent', paused: 'neutral', failing: 'broken', waiting: 'neutral' } as const;

/** How a source does, in words. */
export async function SourceState({ source }: { source: SourceSummary }) {
  const t = await getText();
  const { state, running, failingSince } = source;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone={TONES[state]}>{t(`sources.states.${state}`)}</Badge>
      {running ? <Badge>{t('sources.states.running')}</Badge> : null}
      {state === 'failing' && failingSince !== null ? (
        <span className="text-xs text-muted">
          {t('sources.failingSince', { when: formatDateTime(failingSince, t.locale) })}
        </span>
      ) : null}
    </span>
  );
}
