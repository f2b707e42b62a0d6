import type { AppText } from '../../../../_messages/registry.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import type { ItemState } from './backlog-data.ts';

const TONES = { doing: 'accent', verified: 'accent', not_confirmed: 'needs-you' } as const;

/** The state of an improvement in a word. */
export function StateBadge({ t, state }: { t: AppText; state: ItemState }) {
  const tone = Object.entries(TONES).find(([name]) => name === state)?.[1] ?? 'neutral';
  return <Badge tone={tone}>{t(`backlog.states.${state}`)}</Badge>;
}
