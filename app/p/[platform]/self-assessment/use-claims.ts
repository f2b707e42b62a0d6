'use client';

import { TRPCClientError } from '@trpc/client';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '../../../_messages/use-text.tsx';
import { trpc } from '../../../_trpc/client.tsx';
import { type Claim, placeOf, type SelfAssessment } from './self-assessment-data.ts';

/** Long enough for arrow keys to pass over answers that are not meant. */
const PAUSE_MS = 500;

export type Saving = { state: 'idle' | 'saving' | 'saved' } | { state: 'failed'; reason: string };

/** The claims as they are on the screen; each is saved a moment after it was given. */
export function useClaims({ platform, claims }: Pick<SelfAssessment, 'platform' | 'claims'>) {
  const t = useText();
  const router = useRouter();
  const [given, setGiven] = useState(() => new Map(claims.map((claim) => [placeOf(claim), claim.claimed])));
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const unsaved = useRef(new Map<string, Claim>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<boolean>>(Promise.resolve(true));

  /** Whether all of it is saved. What could not be sent waits for the next attempt. */
  const send = useCallback(async (): Promise<boolean> => {
    const batch = [...unsaved.current.values()];
    if (batch.length === 0) return true;
    setSaving({ state: 'saving' });
    try {
      await trpc.selfAssessment.save.mutate({ platform: platform.key, claims: batch });
    } catch (refusal) {
      const reason = refusal instanceof TRPCClientError ? refusal.message : t('signIn.offline');
      setSaving({ state: 'failed', reason });
      return false;
    }
    for (const claim of batch) {
      if (unsaved.current.get(placeOf(claim)) === claim) unsaved.current.delete(placeOf(claim));
    }
    if (unsaved.current.size === 0) setSaving({ state: 'saved' });
    // the way back to this page shows what was answered
    router.refresh();
    return true;
  }, [platform.key, router, t]);

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

  function answer(claim: Claim) {
    setGiven((before) => new Map(before).set(placeOf(claim), claim.claimed));
    unsaved.current.set(placeOf(claim), claim);
    setSaving({ state: 'saving' });
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, PAUSE_MS);
  }
  return { given, answer, flush, saving };
}
