import { formatDate } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import type { Span, TimelineRow } from './timeline-rows.ts';

export const stateWords = (t: AppText, { kind, state }: TimelineRow): string => {
  if (state === 'running' || state === 'ended') return t(`campaigns.states.${state}`);
  if (state === 'planned') return t(kind === 'campaign' ? 'campaigns.states.planned' : 'backlog.states.planned');
  return t(`backlog.states.${state}`);
};

/** `due 3 Nov 2026`, or that it was. */
export function dueText(t: AppText, { due, overdue }: TimelineRow): string | null {
  if (due === null) return null;
  return t(overdue ? 'backlog.card.overdue' : 'backlog.card.due', { day: formatDate(due, t.locale) });
}

/** From when to when; open: since when. */
export function spanWords(t: AppText, span: Span | undefined): string | null {
  if (span === undefined) return null;
  const from = formatDate(span.from, t.locale);
  return span.open ? t('timeline.since', { from }) : t('timeline.span', { from, to: formatDate(span.to, t.locale) });
}

export const rowAddress = (platform: string, { kind, id }: TimelineRow): string =>
  `/p/${platform}/backlog/${kind === 'campaign' ? `campaigns/${id}` : id}`;
