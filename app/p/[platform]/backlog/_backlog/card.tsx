'use client';

import Link from 'next/link';
import { memo } from 'react';
import { formatDate } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { classNames } from '../../../../_ui/class-names.ts';
import { type Item, isOpen } from './backlog-data.ts';
import { aboutWords, dueWords, effectWords, isLate, ownerWords } from './backlog-words.ts';
import { MoveMenu } from './move-menu.tsx';
import type { Move, Step } from './use-moves.ts';

/** What every card of the board gets. */
export type Shared = {
  platform: string;
  now: string;
  onMove: Move;
  onStep: Step;
  onDrag: (item: Item | null) => void;
};

/** How far it got: what is reached while it is worked on, how long it waits for evidence once it is done. */
function progressWords(t: AppText, { state, criteria, confirmBy }: Item): string | null {
  if (state === 'proposed' || state === 'planned' || state === 'verified' || state === 'dropped') return null;
  const reached = criteria.filter(({ standing }) => standing === 'reached').length;
  const words = t('backlog.card.reached', { reached, n: criteria.length });
  if (confirmBy === null) return words;
  return `${words} · ${t('backlog.card.waits', { day: formatDate(confirmBy, t.locale) })}`;
}

type Props = { item: Item; shared: Shared; isTarget?: boolean; mayRise?: boolean; maySink?: boolean };

/** One improvement on the board; drawn anew only where something about it has changed: there may be hundreds. */
export const Card = memo(function Card({ item, shared, isTarget = false, mayRise = false, maySink = false }: Props) {
  const t = useText();
  const { platform, now } = shared;
  const mayMove = item.rights.moves.length > 0;
  const about = aboutWords(t, item);
  const due = dueWords(t, item, now);
  const progress = progressWords(t, item);
  const effect = item.measured ?? item.predicted;
  return (
    <li
      data-item={item.id}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', item.title);
        event.dataTransfer.effectAllowed = 'move';
        shared.onDrag(item);
      }}
      onDragEnd={() => shared.onDrag(null)}
      className={classNames(
        'rounded-md border bg-raised p-2.5',
        isTarget ? 'border-accent' : 'border-hairline',
        mayMove && 'lg:cursor-grab',
      )}
    >
      <div className="flex items-start justify-between gap-1">
        <Link
          href={`/p/${platform}/backlog/${item.id}`}
          prefetch={false}
          draggable={false}
          className="min-w-0 font-medium hover:underline hover:underline-offset-3"
        >
          {item.title}
        </Link>
        <MoveMenu item={item} shared={shared} mayRise={mayRise} maySink={maySink} />
      </div>
      {item.title.includes(about) ? null : <p className="pt-1 text-xs text-muted">{about}</p>}
      <p className="text-xs text-muted first-of-type:pt-1">
        {ownerWords(t, item)}
        {due === null ? null : (
          <>
            {' · '}
            <span className={isLate(item, now) ? 'font-medium text-needs-you' : undefined}>{due}</span>
          </>
        )}
      </p>
      {progress === null ? null : <p className="text-xs text-muted">{progress}</p>}
      {effect === null && !isOpen(item.state) ? null : (
        <p className="mt-1.5 text-xs">
          <span className="text-muted">
            {t(item.measured === null ? 'backlog.effect.predicted' : 'backlog.effect.measured')}
          </span>{' '}
          <span className="font-medium">{effectWords(t, effect)}</span>
        </p>
      )}
    </li>
  );
});
