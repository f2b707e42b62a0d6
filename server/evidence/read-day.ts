import type { Kysely } from 'kysely';
import { listReplacedSamples, listSamples, type SamplePosition, type StoredSample } from '#db/queries/samples.ts';
import type { Database } from '#db/schema.ts';
import { addSample, type DayOfSeries } from './roll-up-day.ts';

const DAY_MS = 86_400_000;
const PAGE = 20_000;

type DayQuery = { platformIds: readonly string[]; day: number; asOfMs: number };

/** The samples of platforms over a UTC day as they were known at an instant: observed and received by then. */
export async function readDay(db: Kysely<Database>, { platformIds, day, asOfMs }: DayQuery): Promise<DayOfSeries> {
  const range = { platformIds, fromMs: day * DAY_MS, untilMs: Math.min((day + 1) * DAY_MS, asOfMs + 1), limit: PAGE };
  const series: DayOfSeries = new Map();
  let later: Set<string> | null = null;
  let after: SamplePosition | null = null;
  do {
    const page: StoredSample[] = await listSamples(db, range, after);
    for (const sample of page) {
      if (sample.receivedAtMs <= asOfMs) addSample(series, sample);
      else {
        later ??= new Set();
        later.add(placeOf(sample));
      }
    }
    after = page.length < PAGE ? null : (page.at(-1) ?? null);
  } while (after !== null);
  if (later !== null) await addReplaced(db, { range, later, asOfMs, series });
  return series;
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
