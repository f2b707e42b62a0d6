import type { z } from 'zod';
import type { OutboundAnswer, OutboundRequest } from '../outbound/guarded-fetch.ts';
import { describeFields, type SourceField } from '../sources/source-fields.ts';

/** The way out to the network that a tracker is given, and the time: it has neither of its own. */
export type TrackerCall = {
  client: (request: Omit<OutboundRequest, 'allowed' | 'signal'>) => Promise<OutboundAnswer>;
  nowMs: number;
};

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
export type OpenTracker = {
  /** origin of the server it talks to: a secret is never carried over to another one */
  origin: string;
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

/** One kind of tracker: one file, one line in registry.ts. */
export type Tracker = {
  /** kebab-case */
  kind: string;
  /** out: it is written to, and nothing that happens there comes back */
  direction: 'both' | 'out';
  /** the settings as they are sent and kept, secrets among them */
  schema: z.ZodObject;
  /** what its form asks for, in order */
  fields: SourceField[];
  /** Checks settings and makes the tracker. Throws a ZodError. */
  open: (settings: unknown) => OpenTracker;
};

type Definition<Settings extends z.ZodObject> = {
  kind: string;
  direction: Tracker['direction'];
  settings: Settings;
  open: (settings: z.output<Settings>) => OpenTracker;
};

/** Makes a tracker of its settings' schema, from which the form is drawn, and of what it does with them. */
export function defineTracker<Settings extends z.ZodObject>(definition: Definition<Settings>): Tracker {
  const { kind, direction, settings, open } = definition;
  return {
    kind,
    direction,
    schema: settings,
    fields: describeFields(settings),
    open: (given) => open(settings.parse(given)),
  };
}
