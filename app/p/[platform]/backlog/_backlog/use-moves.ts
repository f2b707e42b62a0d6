'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import type { Item, ItemState } from './backlog-data.ts';
import { keepSame, placeItem, stepInState } from './place-item.ts';
import { sendBacklog } from './send-backlog.ts';

export type Move = (item: Item, state: ItemState, before?: string) => void;
export type Step = (item: Item, way: 'up' | 'down') => void;

/** Around the button of a card, where the focus goes when the card has moved. */
export const moveButtonId = (id: string) => `move-${id}`;

/**
 * The improvements as they stand after the moves of this person: shown at once, sent, and taken back with the reason where the
 * server refuses; then the page is read anew, so that what somebody else changed is there. `move` and `step` stay the same
 * functions, so that of many cards only those are drawn anew that changed.
 */
export function useMoves(platform: string, items: Item[]) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [list, setList] = useList(items);
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const focusOn = useRef<string | null>(null);

  useEffect(() => {
    if (focusOn.current === null || busy) return;
    document.getElementById(moveButtonId(focusOn.current))?.querySelector('button')?.focus();
    focusOn.current = null;
  });

  const latest = useRef({ list, items, busy, run });
  useEffect(() => {
    latest.current = { list, items, busy, run };
  });

  const send = useCallback(
    async (item: Item, state: ItemState, before?: string) => {
      const { list, items, busy, run } = latest.current;
      if (busy) return;
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
    },
    [platform, router, t, setList],
  );
  const move: Move = useCallback((item, state, before) => void send(item, state, before), [send]);
  const step: Step = useCallback(
    (item, way) => {
      const place = stepInState(latest.current.list, item.id, way);
      if (place !== null) void send(item, item.state, place.before);
    },
    [send],
  );

  const refusal =
    refused === null || error === null ? null : t('backlog.move.refused', { title: refused, reason: error });
  return { list, move, step, said, refusal };
}

/** What the page shows: what came last from the server, until somebody moves something. */
function useList(items: Item[]) {
  const [seen, setSeen] = useState(items);
  const [list, setList] = useState(items);
  if (seen !== items) {
    setSeen(items);
    setList((before) => keepSame(before, items));
  }
  return [list, setList] as const;
}
