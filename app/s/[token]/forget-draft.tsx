'use client';
import { useEffect } from 'react';
import { forgetDraft } from './draft.ts';

/** Drops what this browser still remembers of answers that can no longer be sent. */
export function ForgetDraft({ token }: { token: string }) {
  useEffect(() => forgetDraft(token), [token]);
  return null;
}
