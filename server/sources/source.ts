import type { z } from 'zod';
import { type Connected, type ConnectionKind, type Definition, defineConnection } from '../connections/connection.ts';
import type { ReadSample } from '../evidence/read-metrics-body.ts';
import type { OutboundClient } from '../outbound/client-of.ts';

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
  look: (client: OutboundClient, atMs: number) => Promise<ReadSample[]>;
  /** Values of a span. All of them or none: throws `SourceError` where the answer cannot be used. */
  collect: (client: OutboundClient, span: Span) => Promise<ReadSample[]>;
};

/** A source with its settings, ready to be asked. */
export type OpenSource = Connected & {
  /** how far back the first run goes */
  backfillDays: number;
  parts: SourcePart[];
};

/** One kind of source: one file, one line in registry.ts. */
export type Source = ConnectionKind<OpenSource>;

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

/** Makes a kind of source of its settings' schema, from which the form is drawn, and of what it does with them. */
export const defineSource = <Settings extends z.ZodObject>(definition: Definition<Settings, OpenSource>): Source =>
  defineConnection(definition);
