import type { MailSettings } from './mail-settings.ts';

/** What the environment says about channels; null: not set up. */
export type ChannelSettings = { mail: MailSettings | null };

export type Message = {
  /** the same at every attempt, so that a receiver may drop what arrives twice */
  id: string;
  to: { name: string | null; address: string };
  subject: string;
  text: string;
  html: string;
  /** where one POST, without any sign-in, ends messages of this kind; null: it was asked for just now */
  unsubscribe: string | null;
  at: Date;
};

/**
 * How an attempt ended. `later`: worth another attempt, and with `broken` nothing else would go through now either;
 * `refused`: this very message will never be taken. `maybeTaken`: the connection ended before the other side had answered. A reason is one line, without any secret.
 */
export type Outcome =
  | { state: 'sent' }
  | { state: 'later'; broken: boolean; maybeTaken: boolean; reason: string }
  | { state: 'refused'; maybeTaken: false; reason: string };

/** One way to reach people: one file, one line in registry.ts. */
export type Notifier = {
  /** kebab-case, as in the table `delivery` */
  key: string;
  /** How messages go out under these settings, or null where this channel is not set up. */
  open: (settings: ChannelSettings) => Deliver | null;
};

/** Tries once; ends within `LIMIT_MS`, or at once where `signal` says so, and never throws. */
export type Deliver = (message: Message, signal: AbortSignal) => Promise<Outcome>;

/** No attempt takes longer, whatever the other side does. */
export const LIMIT_MS = 60_000;
