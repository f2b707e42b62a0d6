import type { Kysely } from 'kysely';
import {
  findSeriesStretch,
  listInstants,
  listReplacedSamples,
  listSamples,
  listSamplesAt,
  type SamplePosition,
  type SampleRange,
  type StoredSample,
} from '#db/queries/samples.ts';
import type { Database } from '#db/schema.ts';
import { addSample, type DayOfSeries } from './roll-up-day.ts';

const DAY_MS = 86_400_000;
const PAGE = 20_000;
/** Leaping to more instants than these would take longer than going through. */
const FEW_INSTANTS = 2_000;
/** A statement binds no more. */
const MOST_TOGETHER = 500;

type DayQuery = { platformIds: readonly string[]; day: number; asOfMs: number };

/** The samples of platforms over a UTC day as they were known at an instant: observed and received by then. */
export async function readDay(db: Kysely<Database>, { platformIds, day, asOfMs }: DayQuery): Promise<DayOfSeries> {
  const range = { platformIds, fromMs: day * DAY_MS, untilMs: Math.min((day + 1) * DAY_MS, asOfMs + 1), limit: PAGE };
  const series: DayOfSeries = new Map();
  const later = new Set<string>();
  for await (const page of pagesOf(db, range)) {
    for (const sample of page) {
      if (sample.receivedAtMs <= asOfMs) addSample(series, sample);
      else later.add(placeOf(sample));
    }
  }
  if (later.size > 0) await addReplaced(db, { range, later, asOfMs, series });
  return series;
}

/**
 * The log is in the order of time and of all platforms. Where its values are of few instants, each of these is leapt to and
 * only the own series are read; else all of it is gone through.
 */
async function* pagesOf(db: Kysely<Database>, range: SampleRange): AsyncGenerator<StoredSample[]> {
  const instants = await listInstants(db, { ...range, limit: FEW_INSTANTS + 1 });
  if (instants.length > FEW_INSTANTS) return yield* allPagesOf(db, range);
  const { platformIds } = range;
  const stretch = await findSeriesStretch(db, platformIds);
  const together = Math.max(1, Math.min(MOST_TOGETHER, Math.floor(PAGE / Math.max(1, stretch.count))));
  for (let from = 0; from < instants.length; from += together) {
    yield await listSamplesAt(db, { platformIds, stretch, instants: instants.slice(from, from + together) });
  }
}

async function* allPagesOf(db: Kysely<Database>, range: SampleRange): AsyncGenerator<StoredSample[]> {
  let after: SamplePosition | null = null;
  do {
    const page: StoredSample[] = await listSamples(db, range, after);
    yield page;
    after = page.length < PAGE ? null : (page.at(-1) ?? null);
  } while (after !== null);
}

type Replaced = {
  range: { platformIds: readonly string[]; fromMs: number; untilMs: number };
  /** where the value that counts today had not arrived yet */
  later: Set<string>;
  asOfMs: number;
  series: DayOfSeries;
};

/** What counted then, where something newer has taken its place since. */
async function addReplaced(db: Kysely<Database>, { range, later, asOfMs, series }: Replaced): Promise<void> {
  const then = new Map<string, StoredSample>();
  for (const sample of await listReplacedSamples(db, range)) {
    const place = placeOf(sample);
    if (sample.receivedAtMs > asOfMs || !later.has(place)) continue;
    const other = then.get(place);
    if (other === undefined || sample.receivedAtMs >= other.receivedAtMs) then.set(place, sample);
  }
  for (const sample of then.values()) addSample(series, sample);
}

const placeOf = ({ atMs, seriesId }: StoredSample) => `${atMs}/${seriesId}`;
