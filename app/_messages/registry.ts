import { en } from './en/registry.ts';
import { createText, type Key, type Text, type Translated } from './text.ts';

export type Catalogue = typeof en;
export type AppText = Text<Catalogue>;
export type TextKey = Key<Catalogue>;

/** One folder a language; every one holds the same keys as English. */
export const catalogues = { en } satisfies Record<string, Translated<Catalogue>>;
export type Locale = keyof typeof catalogues;
export const locales = Object.keys(catalogues);

const texts = new Map<string, AppText>();

export function isLocale(value: string | undefined): value is Locale {
  return value !== undefined && Object.hasOwn(catalogues, value);
}

/** The texts of a language, made once. */
export function textFor(locale: Locale): AppText {
  const made = texts.get(locale) ?? createText(locale, catalogues[locale]);
  texts.set(locale, made);
  return made;
}
