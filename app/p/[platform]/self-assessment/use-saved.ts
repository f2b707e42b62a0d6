'use client';

import { TRPCClientError } from '@trpc/client';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '../../../_messages/use-text.tsx';

/** Long enough for arrow keys to pass over answers that are not meant. */
const PAUSE_MS = 500;

export type Saving = { state: 'idle' | 'saving' | 'saved' } | { state: 'failed'; reason: string };

type Answers<T> = {
  /** what was answered before */
  given: readonly T[];
  /** where an answer stands: a later one replaces it */
  placeOf: (answer: T) => string;
  /** the same function on each render */
  save: (answers: T[]) => Promise<unknown>;
};

/** The answers as they are on the screen, by place; each is saved a moment after it was given. */
export function useSaved<T>({ given: before, placeOf, save }: Answers<T>) {
  const t = useText();
  const router = useRouter();
  const [given, setGiven] = useState<ReadonlyMap<string, T>>(() => new Map(before.map((one) => [placeOf(one), one])));
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const unsaved = useRef(new Map<string, T>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<boolean>>(Promise.resolve(true));

  /** Whether all of it is saved. What could not be sent waits for the next attempt. */
  const send = useCallback(async (): Promise<boolean> => {
    const batch = [...unsaved.current];
    if (batch.length === 0) return true;
    setSaving({ state: 'saving' });
    try {
      await save(batch.map(([, answer]) => answer));
    } catch (refusal) {
      const reason = refusal instanceof TRPCClientError ? refusal.message : t('signIn.offline');
      setSaving({ state: 'failed', reason });
      return false;
    }
    for (const [place, answer] of batch) {
      if (unsaved.current.get(place) === answer) unsaved.current.delete(place);
    }
    if (unsaved.current.size === 0) setSaving({ state: 'saved' });
    // the way back to this page shows what was answered
    router.refresh();
    return true;
  }, [save, router, t]);

  /** One at a time, so that an older answer never arrives after a newer one. */
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    sending.current = sending.current.then(send);
    return sending.current;
  }, [send]);

  // whoever leaves the page, or turns to another one, need not wait for the pause to end
  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && void flush();
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      void flush();
    };
  }, [flush]);

  function answer(one: T) {
    setGiven((now) => new Map(now).set(placeOf(one), one));
    unsaved.current.set(placeOf(one), one);
    setSaving({ state: 'saving' });
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, PAUSE_MS);
  }
  return { given, answer, flush, saving };
}
