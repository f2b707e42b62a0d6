'use client';

import { useEffect } from 'react';

const cssString = (text: string) =>
  `"${text.replace(/[\\"\r\n]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;

/** Puts the texts of the printed foot where `@page` rules can see them: on the root element. */
export function PrintFooter({ line, hash }: { line: string; hash: string }) {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--report-line', cssString(line));
    style.setProperty('--report-hash', cssString(hash));
    return () => {
      style.removeProperty('--report-line');
      style.removeProperty('--report-hash');
    };
  }, [line, hash]);
  return null;
}
