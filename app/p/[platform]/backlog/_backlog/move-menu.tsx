'use client';

import { useText } from '../../../../_messages/use-text.tsx';
import { Menu, MenuAction } from '../../../../_ui/menu.tsx';
import type { Item } from './backlog-data.ts';
import type { Shared } from './card.tsx';
import { moveButtonId } from './use-moves.ts';

/** Where a card may go, for whoever does not drag: every state that is allowed, and one up or down in its own. */
export function MoveMenu({
  item,
  shared,
  mayRise,
  maySink,
}: {
  item: Item;
  shared: Shared;
  mayRise: boolean;
  maySink: boolean;
}) {
  const t = useText();
  const { onMove, onStep } = shared;
  const { moves, change } = item.rights;
  const steps = (['up', 'down'] as const).filter((way) => change && (way === 'up' ? mayRise : maySink));
  if (moves.length === 0 && steps.length === 0) return null;
  return (
    <span id={moveButtonId(item.id)} className="-mt-1 -mr-1 shrink-0">
      <Menu
        label={t('backlog.move.label', { title: item.title })}
        className="grid size-7 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        trigger={<span aria-hidden="true">…</span>}
      >
        {moves.map((state) => (
          <MenuAction key={state} onSelect={() => onMove(item, state)}>
            {t('backlog.move.to', { state: t(`backlog.states.${state}`) })}
          </MenuAction>
        ))}
        {steps.map((way) => (
          <MenuAction key={way} onSelect={() => onStep(item, way)}>
            {t(`backlog.move.${way}`)}
          </MenuAction>
        ))}
      </Menu>
    </span>
  );
}
