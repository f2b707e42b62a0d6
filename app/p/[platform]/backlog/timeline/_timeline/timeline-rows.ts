import type { Item } from '../../_backlog/backlog-data.ts';
import type { Campaign } from '../../campaigns/_campaign/campaign-data.ts';

/** A part of a row: worked on, or waiting for evidence; for campaigns the time that they run. Days in UTC, both included. */
export type Span = { kind: 'work' | 'wait' | 'run'; from: string; to: string; open: boolean };
export type TimelineRow = {
  id: string;
  kind: 'improvement' | 'campaign';
  title: string;
  state: Item['state'] | Campaign['state'];
  spans: Span[];
  due: string | null;
  /** the day has passed and it is still open */
  overdue: boolean;
  /** when evidence settled it, or a campaign ended */
  settled: string | null;
};

const DAY = 'YYYY-MM-DD'.length;
const dayOf = (iso: string) => iso.slice(0, DAY);

/** What happened to an improvement when; null: nothing of it has a date, or it was dropped. */
export function rowOfItem(item: Item, today: string): TimelineRow | null {
  const { id, title, state, startedAt, closedAt, dueOn, since } = item;
  const isSettled = state === 'verified' || state === 'not_confirmed';
  const settled = isSettled ? dayOf(since) : null;
  const begun = startedAt ?? closedAt;
  const isWorkedOn = startedAt !== null && state === 'doing';
  const spans: Span[] = [
    ...(begun === null || (closedAt === null && !isWorkedOn)
      ? []
      : [
          {
            kind: 'work' as const,
            from: dayOf(begun),
            to: closedAt === null ? today : dayOf(closedAt),
            open: closedAt === null,
          },
        ]),
    ...(closedAt === null || !(isSettled || state === 'done')
      ? []
      : [{ kind: 'wait' as const, from: dayOf(closedAt), to: settled ?? today, open: settled === null }]),
  ];
  if (state === 'dropped' || (spans.length === 0 && dueOn === null)) return null;
  const isOpen = state === 'proposed' || state === 'planned' || state === 'doing';
  return {
    id,
    kind: 'improvement',
    title,
    state,
    spans,
    due: dueOn,
    overdue: isOpen && dueOn !== null && dueOn < today,
    settled,
  };
}

export function rowOfCampaign(campaign: Campaign, today: string): TimelineRow {
  const { id, name: title, state, startedAt, endedAt, dueOn: due, late: overdue } = campaign;
  const settled = endedAt === null ? null : dayOf(endedAt);
  const spans: Span[] =
    startedAt === null ? [] : [{ kind: 'run', from: dayOf(startedAt), to: settled ?? today, open: settled === null }];
  return { id, kind: 'campaign', title, state, spans, due, overdue, settled };
}

/** Campaigns first, then improvements, by when they begin or are due. */
export function orderRows(rows: readonly TimelineRow[]): TimelineRow[] {
  const first = ({ spans, due }: TimelineRow) => spans[0]?.from ?? due ?? '9';
  return rows.toSorted(
    (a, b) => a.kind.localeCompare(b.kind) || first(a).localeCompare(first(b)) || a.title.localeCompare(b.title),
  );
}
