'use client';

import Link from 'next/link';
import { formatDate, formatNumber } from '../../../../_messages/format.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { Cell, Row } from '../../../../_ui/table.tsx';
import type { Item } from './backlog-data.ts';
import { aboutWords, formatPoints, isLate, ownerWords } from './backlog-words.ts';
import { StateBadge } from './state-badge.tsx';

/** One improvement as a row. What is not known is an empty cell: the column says what it would be. */
export function TableRow({ item, platform, now }: { item: Item; platform: string; now: string }) {
  const t = useText();
  const points = (effect: { value: number | null } | null) =>
    effect === null || effect.value === null ? null : formatPoints(effect.value, t.locale);
  return (
    <Row>
      <Cell className="min-w-56">
        <Link
          href={`/p/${platform}/backlog/${item.id}`}
          prefetch={false}
          className="font-medium hover:underline hover:underline-offset-3"
        >
          {item.title}
        </Link>
      </Cell>
      <Cell>{aboutWords(t, item)}</Cell>
      <Cell>
        <StateBadge t={t} state={item.state} />
      </Cell>
      <Cell className={item.owner === null ? 'text-muted' : undefined}>{ownerWords(t, item)}</Cell>
      <Cell className="whitespace-nowrap">
        {item.dueOn === null ? null : (
          <span className={isLate(item, now) ? 'font-medium text-needs-you' : undefined}>
            {formatDate(item.dueOn, t.locale)}
          </span>
        )}
      </Cell>
      <Cell numeric>{item.effortDays === null ? null : formatNumber(item.effortDays, t.locale, 1)}</Cell>
      <Cell numeric>{points(item.predicted)}</Cell>
      <Cell numeric>{points(item.measured)}</Cell>
    </Row>
  );
}
