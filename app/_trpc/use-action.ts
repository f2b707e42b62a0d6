'use client';

import { TRPCClientError } from '@trpc/client';
import { useState } from 'react';
import { useText } from '../_messages/use-text.tsx';

/** Runs one change at a time and keeps the sentence of its refusal for the form to show. */
export function useAction() {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  /** Whether the change went through. */
  async function run(change: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setError(null);
    try {
      await change();
      return true;
    } catch (refusal) {
      setError(
        refusal instanceof TRPCClientError || refusal instanceof Refusal ? refusal.message : t('signIn.offline'),
      );
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { run, busy, error };
}

/** A refusal of a door that is not tRPC. */
export class Refusal extends Error {
  override name = 'Refusal';
}
