import { z } from 'zod';
import type { FieldMeta } from '../connections/setting-fields.ts';

export const asked = (meta: FieldMeta) => meta;

const isPlainAddress = (text: string): boolean => {
  const url = URL.parse(text);
  const plain = url !== null && url.username === '' && url.password === '' && !/[?#]/.test(text);
  return plain && /^https?:$/.test(url.protocol);
};

/** The page of an issue, as a server tells it: it becomes a link, so nothing but the web is believed. */
export const webAddress = z
  .string()
  .max(1_000)
  .regex(/^[^\s\p{Cc}]+$/u)
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''));

/** Where a server begins, without a slash at the end. */
export const addressSetting = (initial: string | null) => {
  const address = z
    .string()
    .trim()
    .max(300)
    .refine(isPlainAddress, 'Write an address such as https://example.org, without user, "?" or "#".')
    .transform((text) => text.replace(/\/+$/, ''));
  return (initial === null ? address : address.default(initial)).meta(asked({ field: 'address' }));
};

export const secretSetting = () =>
  z
    .string()
    .trim()
    .min(1, 'Give the token.')
    .max(4_000)
    .regex(/^[\x21-\x7e]+$/, 'Write the token without spaces and line breaks.')
    .meta(asked({ field: 'secret' }));

const MOST_LABELS = 10;

/** Labels as people type them, separated by commas. */
export const labelsSetting = () =>
  z
    .string()
    .max(500)
    .default('plumbline')
    .refine((text) => labelsOf(text).length <= MOST_LABELS, `Give at most ${MOST_LABELS} labels.`)
    .meta(asked({ field: 'text', rare: true }));

export const labelsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((label) => label.trim())
      .filter(Boolean),
  ),
];

export const certificateSetting = () =>
  z
    .string()
    .trim()
    .max(60_000)
    .optional()
    .meta(asked({ field: 'lines', rare: true }));
