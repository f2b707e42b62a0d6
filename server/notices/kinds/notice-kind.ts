import type { Platform } from '../../catalogue/find-platform.ts';
import type { Context, Grant, Role } from '../../context.ts';

/** Somebody who can sign in and has a role on the platform. */
export type Reader = { id: string; name: string; email: string; role: Role; grants: Grant[] };

/** One line of a message: a sentence, what it belongs to, and the page that shows it. */
export type Line = { title: string; detail: string; path: string };

/** One thing that people are told once. `subject` and `occasion` together name it for ever. */
export type Finding = {
  subject: string;
  occasion: string;
  /** ids of the readers whom it concerns */
  to: string[];
  line: Line;
};

export type Search = {
  ctx: Context;
  platform: Platform;
  readers: Reader[];
  /** who has been told of a subject at an occasion */
  told: (subject: string, occasion: string) => string[];
};

/** One kind of notice: one file, one line in registry.ts, its words in server/notices/english.ts. */
export type NoticeKind = {
  /** whether people get it who have not chosen */
  byDefault: boolean;
  /** the least role of those whom it can concern */
  least: Role;
  /** two messages of this kind to one person about one platform lie at least so far apart; what comes between waits */
  apartMs: number;
  /**
   * Everything of this kind that holds now, told already or not. Asked when notices are queued and again just before one is
   * sent: what it no longer finds, or no longer for this reader, is not sent.
   */
  find: (search: Search) => Promise<Finding[]>;
};

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** News older than this is none: switching e-mail on does not tell the past. */
export const NEWS_MS = 7 * DAY_MS;

export const isNews = (at: string | null, now: Date): boolean =>
  at !== null && now.getTime() - new Date(at).getTime() < NEWS_MS;
