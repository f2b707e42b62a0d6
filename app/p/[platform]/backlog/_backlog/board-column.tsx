'use client';

import { type DragEvent, useId, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { classNames } from '../../../../_ui/class-names.ts';
import type { Item, ItemState } from './backlog-data.ts';
import { Card, type Shared } from './card.tsx';

/** Whether a card may be put into a state by hand: its own, to rank it, or one that the server allows. */
const accepts = (state: ItemState, item: Item | null) =>
  item !== null && (item.state === state ? item.rights.change : item.rights.moves.includes(state));

type Drop = { state: ItemState; dragged: Item | null; takes: boolean; shared: Shared };

/** Which card a dragged one would come before: its id, '' for the end, null while none is over this state. */
function useDrop({ state, dragged, takes, shared }: Drop) {
  const [over, setOver] = useState<string | null>(null);
  const targetOf = (event: DragEvent) =>
    event.target instanceof Element ? (event.target.closest('[data-item]')?.getAttribute('data-item') ?? '') : '';
  const onDragOver = (event: DragEvent) => {
    if (!takes) return;
    event.preventDefault();
    setOver(targetOf(event));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(null);
    const before = targetOf(event) || undefined;
    if (dragged !== null && takes && before !== dragged.id) shared.onMove(dragged, state, before);
    shared.onDrag(null);
  };
  return { over, handlers: { onDragOver, onDragLeave: () => setOver(null), onDrop } };
}

/** One state of the board. A card dropped on another comes before it, else at the end. */
export function BoardColumn({
  state,
  list,
  dragged,
  shared,
}: {
  state: ItemState;
  /** every improvement, in order */
  list: Item[];
  dragged: Item | null;
  shared: Shared;
}) {
  const t = useText();
  const id = useId();
  const items = list.filter((item) => item.state === state);
  const takes = accepts(state, dragged);

  const { over, handlers } = useDrop({ state, dragged, takes, shared });
  return (
    <section
      aria-labelledby={id}
      {...handlers}
      className={classNames(
        'rounded-md border p-2 lg:min-h-40',
        over === null ? 'border-transparent bg-sunken' : 'border-accent bg-accent-soft',
        dragged !== null && !takes && 'opacity-60',
        items.length === 0 && 'max-lg:hidden',
      )}
    >
      <header className="px-1 pb-2">
        <h2 className="flex items-baseline justify-between gap-2 text-sm font-semibold">
          <span id={id}>{t(`backlog.states.${state}`)}</span>
          <span className="figures text-xs font-normal text-muted">{items.length}</span>
        </h2>
        <p className="text-xs text-muted">{t(`backlog.stateHints.${state}`)}</p>
      </header>
      {items.length === 0 ? (
        <p className="px-1 text-xs text-muted">
          {t(over === null ? 'backlog.card.noneHere' : 'backlog.card.dropHere')}
        </p>
      ) : (
        <ul className="grid gap-2">
          {items.map((item, rank) => (
            <Card
              key={item.id}
              item={item}
              shared={shared}
              isTarget={over === item.id}
              mayRise={rank > 0}
              maySink={rank < items.length - 1}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
