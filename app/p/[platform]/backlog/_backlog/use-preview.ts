'use client';

import { useEffect, useState } from 'react';
import { type Place, type Predicted, placeKey } from './backlog-data.ts';
import { sendBacklog } from './send-backlog.ts';

export type Preview =
  | { state: 'none' | 'computing' | 'not-scored' | 'failed' }
  | { state: 'known'; predicted: Predicted };

const PAUSE_MS = 250;

/** What the chosen criteria would change, computed anew a moment after the choice has settled, with the rubric's person-days. */
export function usePreview(platform: string, criteria: Place[]): { preview: Preview; effortDays: number | null } {
  const [preview, setPreview] = useState<Preview>({ state: 'none' });
  const [effortDays, setEffortDays] = useState<number | null>(null);
  const chosen = criteria.map(placeKey).join('\n');

  useEffect(() => {
    if (chosen === '') {
      setPreview({ state: 'none' });
      setEffortDays(null);
      return;
    }
    const places = chosen.split('\n').map((key) => {
      const [criterion = '', capability] = key.split(' ');
      return { criterion, capability: capability || null };
    });
    const asking = new AbortController();
    setPreview({ state: 'computing' });
    const timer = setTimeout(async () => {
      try {
        const known = await sendBacklog.preview({ platform, criteria: places }, asking.signal);
        if (asking.signal.aborted) return;
        setEffortDays(known.effortDays);
        setPreview(known.predicted === null ? { state: 'not-scored' } : { state: 'known', predicted: known.predicted });
      } catch {
        if (!asking.signal.aborted) setPreview({ state: 'failed' });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [platform, chosen]);

  return { preview, effortDays };
}
