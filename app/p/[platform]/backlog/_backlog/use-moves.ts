'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import type { Item, ItemState } from './backlog-data.ts';
import { placeItem } from './place-item.ts';
import { sendBacklog } from './send-backlog.ts';

export type Move = (item: Item, state: ItemState, before?: string) => void;

/** Around the button of a card, where the focus goes when the card has moved. */
export const moveButtonId = (id: string) => `move-${id}`;

/**
 * The improvements as they stand after the moves of this person: shown at once, sent, and taken back with the reason where the
 * server refuses; then the page is read anew, so that what somebody else changed is there.
 */
export function useMoves(platform: string, items: Item[]) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [seen, setSeen] = useState(items);
  const [list, setList] = useState(items);
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const focusOn = useRef<string | null>(null);
  if (seen !== items) {
    setSeen(items);
    setList(items);
  }

  useEffect(() => {
    if (focusOn.current === null || busy) return;
    document.getElementById(moveButtonId(focusOn.current))?.querySelector('button')?.focus();
    focusOn.current = null;
  });

  const move: Move = async (item, state, before) => {
    const { id, version, title } = item;
    const next = placeItem(list, { id, state, before });
    const column = next.filter((one) => one.state === state);
    setList(next);
    setRefused(null);
    focusOn.current = id;
    const done = await run(() => sendBacklog.move({ platform, id, version, state, before }));
    if (done) {
      const place = column.findIndex((one) => one.id === id) + 1;
      setSaid(t('backlog.move.moved', { title, state: t(`backlog.states.${state}`), place, n: column.length }));
    } else {
      setSaid('');
      setRefused(title);
      setList(items);
    }
    router.refresh();
  };

  const refusal =
    refused === null || error === null ? null : t('backlog.move.refused', { title: refused, reason: error });
  return { list, move, busy, said, refusal };
}
