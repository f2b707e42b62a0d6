import { z } from 'zod';

/** The forms that keys, names and settings have wherever they are sent. */
export const keyField = z
  .string()
  .max(60)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'Write a key of small letters, digits and single hyphens, such as "payments".',
  );

/** Text of some length. No database of ours keeps NUL. */
export const textField = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !text.includes('\0'), 'Write it without the character NUL.');

/** One line; what cannot be seen in it would only deceive. */
export const nameField = z
  .string()
  .trim()
  .min(1, 'Write a name.')
  .max(80)
  .regex(/^\P{Cc}*$/u, 'Write a name of one line, without control characters.');

export const timeZoneField = z.string().max(60).refine(isTimeZone, 'Write a time zone such as "Europe/Berlin".');

export const monthField = z.int().min(1).max(12);

/** A time as RFC 3339 has it, with any offset; read as UTC with milliseconds. */
export const instantField = z.iso
  .datetime({ offset: true, error: 'Write a time such as "2026-09-30T22:00:00Z".' })
  .transform((text) => new Date(text).toISOString());

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
