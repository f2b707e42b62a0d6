import type { z } from 'zod';
import type { ReadSample } from '../evidence/read-metrics-body.ts';
import type { OutboundAnswer, OutboundRequest } from '../outbound/guarded-fetch.ts';
import { describeFields, type SourceField } from './source-fields.ts';

/** The way out to the network that a source is given: what it may reach has been decided, it only says what to ask. */
export type SourceClient = (request: Omit<OutboundRequest, 'allowed' | 'signal'>) => Promise<OutboundAnswer>;

/** Instants of which values are wanted: `fromMs`, then every step up to and with `toMs`. */
export type Span = { fromMs: number; toMs: number };

/** One question to a source. Each succeeds or fails by itself, and keeps its own place in time. */
export type SourcePart = {
  /** the same as long as the same is asked; a changed question starts anew */
  key: string;
  /** how its author calls it */
  name: string;
  /** what is asked, word for word: the provenance of its values */
  query: string;
  metric: string;
  /** the one capability it is about; null: the platform, or whatever its answer names */
  capability: string | null;
  /** each of its values names the capability that it is about */
  namesCapability: boolean;
  /** distance of two instants, in milliseconds; they lie on multiples of it, so that asking twice gives the same times */
  stepMs: number;
  /** Values at the newest instant only, to be looked at. Throws `SourceError`. */
  look: (client: SourceClient, atMs: number) => Promise<ReadSample[]>;
  /** Values of a span. All of them or none: throws `SourceError` where the answer cannot be used. */
  collect: (client: SourceClient, span: Span) => Promise<ReadSample[]>;
};

/** A source with its settings, ready to be asked. */
export type OpenSource = {
  /** origin of the server it talks to: a secret is never carried over to another one */
  origin: string;
  /** how far back the first run goes */
  backfillDays: number;
  parts: SourcePart[];
};

/** One kind of source: one file, one line in registry.ts. */
export type Source = {
  /** kebab-case, as in every run that it made */
  kind: string;
  /** the settings as they are sent and kept, secrets among them */
  schema: z.ZodObject;
  /** what its form asks for, in order */
  fields: SourceField[];
  /** Checks settings and makes the source. Throws a ZodError, or an AppError that says what is missing. */
  open: (settings: unknown) => OpenSource;
};

/** Why a source gave nothing: a sentence that anybody may read, and a detail for administrators. */
export class SourceError extends Error {
  override name = 'SourceError';
  /** nothing else of this source will work either */
  readonly whole: boolean;
  /** it ran out of time */
  readonly slow: boolean;
  readonly detail: string | null;
  constructor(message: string, about: { whole: boolean; slow?: boolean; detail?: string | null }) {
    super(message);
    this.whole = about.whole;
    this.slow = about.slow ?? false;
    this.detail = about.detail ?? null;
  }
}

type Definition<Settings extends z.ZodObject> = {
  kind: string;
  settings: Settings;
  open: (settings: z.output<Settings>) => OpenSource;
};

/** Makes a source of its settings' schema, from which the form is drawn, and of what it does with them. */
export function defineSource<Settings extends z.ZodObject>({ kind, settings, open }: Definition<Settings>): Source {
  return {
    kind,
    schema: settings,
    fields: describeFields(settings),
    open: (given) => open(settings.parse(given)),
  };
}
