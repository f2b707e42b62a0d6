import type { z } from 'zod';
import { type Connected, type ConnectionKind, type Definition, defineConnection } from '../connections/connection.ts';
import type { OutboundClient } from '../outbound/client-of.ts';

/** The way out to the network that a tracker is given, and the time: it has neither of its own. */
export type TrackerCall = { client: OutboundClient; nowMs: number };

/** An issue, as far as Plumbline looks at it. Its texts come from people whom nobody here knows. */
export type Issue = {
  /** how this tracker finds it again, also after its project was renamed */
  ref: string;
  /** how people call it, such as `acme/platform#12` */
  name: string;
  /** its page */
  address: string;
  title: string;
  /** as the tracker keeps it */
  body: string;
  open: boolean;
  updatedAtMs: number;
};

/** What a list of changes tells of an issue: no bodies, of which a list may hold many and long ones. */
export type Changed = Pick<Issue, 'ref' | 'title' | 'open' | 'updatedAtMs'>;

/** What Plumbline says in an issue, beside what people write there. */
export type Section = {
  /** unique to the improvement; by it an issue is found again whose making ended unclear */
  mark: string;
  /** the page of the improvement */
  address: string;
  /** what is known of it, a line each */
  facts: string[];
  /** what it should flip, a line each */
  criteria: string[];
};

/** What an issue should be. What is left out stays as people have it. */
export type Wanted = {
  title?: string;
  open?: boolean;
  /** why it is closed */
  reason?: 'completed' | 'not_planned';
  section: Section;
  /** put to those that are there */
  labels: string[];
};

/** Up to where changes have been read. */
export type Cursor = { since: string; etag: string | null };

/** Why there is no issue any more, in a sentence that anybody may read. */
export type Gone = { gone: string };

/** A tracker with its settings, ready to be called. All throw `TrackerError`. */
export type OpenTracker = Connected & {
  /** how people call where its issues are, such as `acme/platform` */
  place: string;
  labels: string[];
  /** Whether it can be reached and read; what its place is called now, and the settings that say so. */
  look: (call: TrackerCall) => Promise<{ place: string; settings: Record<string, string> }>;
  /** The issue that an address leads to; null: it leads to none of this place. */
  refOf: (address: string) => string | null;
  /** Whether changes of the issue that people call so come by `changes`. */
  covers: (name: string) => boolean;
  /** What changed since; null: this tracker is only written to. */
  changes: ((call: TrackerCall, from: Cursor) => Promise<{ issues: Changed[]; cursor: Cursor }>) | null;
  read: (call: TrackerCall, ref: string) => Promise<Issue | Gone>;
  /** The issue with a mark, among those touched since. */
  find: (call: TrackerCall, about: { mark: string; sinceMs: number }) => Promise<Issue | null>;
  create: (call: TrackerCall, wanted: Wanted & { title: string; text: string }) => Promise<Issue>;
  /** Writes what differs, and nothing where nothing does. */
  change: (call: TrackerCall, issue: Issue, wanted: Wanted) => Promise<Issue>;
};

export const changedOf = ({ ref, title, open, updatedAtMs }: Issue): Changed => ({ ref, title, open, updatedAtMs });

/** Up to where changes have been read now; what was asked for is asked for again where nothing newer came. */
export function cursorAfter(changes: readonly Changed[], asked: Cursor): Cursor {
  const newestMs = Math.max(...changes.map(({ updatedAtMs }) => updatedAtMs));
  const since = changes.length === 0 ? asked.since : new Date(newestMs).toISOString();
  return { since, etag: since === asked.since ? asked.etag : null };
}

/** One kind of tracker: one file, one line in registry.ts. */
export type Tracker = ConnectionKind<OpenTracker> & {
  /** out: it is written to, and nothing that happens there comes back */
  direction: 'both' | 'out';
};

/** Makes a kind of tracker of its settings' schema, from which the form is drawn, and of what it does with them. */
export const defineTracker = <Settings extends z.ZodObject>({
  direction,
  ...definition
}: Definition<Settings, OpenTracker> & Pick<Tracker, 'direction'>): Tracker => ({
  ...defineConnection(definition),
  direction,
});
