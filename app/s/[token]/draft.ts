import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import type { Values } from './open-form.ts';

/** What a browser remembers of a link, under a hash of it, so that it does not hold the link itself. */
const draftSchema = z.union([
  z.strictObject({ done: z.literal(true) }),
  z.strictObject({
    step: z.int(),
    values: z.record(z.string(), z.union([z.number(), z.string(), z.record(z.string(), z.number())])),
  }),
]);
export type Draft = z.infer<typeof draftSchema>;

const nameOf = (token: string) => `plumbline-survey-${bytesToHex(sha256(utf8ToBytes(token))).slice(0, 32)}`;

/** Where nothing can be stored (a private window, a full disk) the form works all the same. */
export function readDraft(token: string): Draft | null {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(localStorage.getItem(nameOf(token)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function keepDraft(token: string, draft: { step: number; values: Values } | { done: true }): void {
  try {
    localStorage.setItem(nameOf(token), JSON.stringify(draft));
  } catch {
    // nothing to be done about it, and nothing is lost while the page stays open
  }
}

export function forgetDraft(token: string): void {
  try {
    localStorage.removeItem(nameOf(token));
  } catch {
    // there was nothing stored either
  }
}
