'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { type AppText, type Locale, textFor } from './registry.ts';

const LocaleContext = createContext<Locale>('en');

export function TextProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** The texts for a client component: `const t = useText()`. */
export function useText(): AppText {
  return textFor(useContext(LocaleContext));
}
