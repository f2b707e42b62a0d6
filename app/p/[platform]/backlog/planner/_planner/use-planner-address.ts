'use client';

import { useEffect, useState } from 'react';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { LONGEST_TEXT, writeAssumptions } from '#rubrics/scoring/assumption-text.ts';

/** Keeps what is assumed and which cell is open in the address, so that it can be sent to somebody. */
export function usePlannerAddress(assumed: readonly Assumption[], firstCell: string | null) {
  const [cell, setCell] = useState(firstCell);
  const text = writeAssumptions(assumed);
  const fits = text.length <= LONGEST_TEXT;
  useEffect(() => {
    const query = new URLSearchParams(window.location.search);
    const put = (name: string, value: string | null) => {
      if (value === null || value === '') query.delete(name);
      else query.set(name, value);
    };
    put('assume', fits ? text : null);
    put('cell', cell);
    const next = query.size === 0 ? window.location.pathname : `?${query}`;
    window.history.replaceState(null, '', next);
  }, [text, fits, cell]);
  return { cell, setCell, fits };
}
