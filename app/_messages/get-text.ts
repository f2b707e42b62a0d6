import { headers } from 'next/headers';
import { type AppText, isLocale, type Locale, textFor } from './registry.ts';

/** The first language the browser asks for that we speak; English otherwise. */
export async function getLocale(): Promise<Locale> {
  const asked = (await headers()).get('accept-language') ?? '';
  for (const part of asked.split(',')) {
    const language = part.trim().split(/[-;]/)[0];
    if (isLocale(language)) return language;
  }
  return 'en';
}

/** The texts for a server component: `const t = await getText()`. */
export async function getText(): Promise<AppText> {
  return textFor(await getLocale());
}
