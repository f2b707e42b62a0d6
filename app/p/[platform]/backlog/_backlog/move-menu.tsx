'use client';

import { useText } from '../../../../_messages/use-text.tsx';
import { Menu, MenuAction } from '../../../../_ui/menu.tsx';
import type { Item } from './backlog-data.ts';
import type { Shared } from './card.tsx';
import { stepInState } from './place-item.ts';
import { moveButtonId } from './use-moves.ts';

/** Where a card may go, for whoever does not drag: every state that is allowed, and one up or down in its own. */
export function MoveMenu({ item, shared }: { item: Item; shared: Shared }) {
  const t = useText();
  const { list, busy, onMove } = shared;
  const { moves, change } = item.rights;
  const steps = change ? (['up', 'down'] as const).filter((step) => stepInState(list, item.id, step) !== null) : [];
  if (moves.length === 0 && steps.length === 0) return null;
  const step = (way: 'up' | 'down') => onMove(item, item.state, stepInState(list, item.id, way)?.before);
  return (
    <span id={moveButtonId(item.id)} className="-mt-1 -mr-1 shrink-0">
      <Menu
        label={t('backlog.move.label', { title: item.title })}
        className="grid size-7 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        trigger={<span aria-hidden="true">…</span>}
      >
        {moves.map((state) => (
          <MenuAction key={state} onSelect={() => (busy ? undefined : onMove(item, state))}>
            {t('backlog.move.to', { state: t(`backlog.states.${state}`) })}
          </MenuAction>
        ))}
        {steps.map((way) => (
          <MenuAction key={way} onSelect={() => (busy ? undefined : step(way))}>
            {t(`backlog.move.${way}`)}
          </MenuAction>
        ))}
      </Menu>
    </span>
  );
}
