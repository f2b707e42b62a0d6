import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import {
  type ClaimedScorecard,
  claimCurrentScorecards,
  listFlipsOfDay,
  type ScorecardDay,
  saveCurrentScorecards,
  saveScorecardDays,
} from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import type { Evidence } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { type Flip, flipsOfStates } from '#rubrics/scoring/flips.ts';
import type { Scorecard } from '#rubrics/scoring/scorecard.ts';
import { cellRow } from './cell-row.ts';
import { flipsSince } from './flips-since.ts';
import { flipsSchema, mergeFlips } from './merge-flips.ts';
import { type Graded, grade, readStatesBefore, readStored, writeStored } from './stored-scorecard.ts';

const MOST_REVISION = 2 ** 31 - 1;

type About = {
  platformId: string;
  /** null: it is made when somebody asks for it */
  bundleSha256: string | null;
  /** 1: traces and insights do not belong to it · 0: they do, or are about to · null: they do where nothing has changed */
  behind: 0 | 1 | null;
};

/** What is stored of a scorecard: few and short, since many wait for one transaction. */
export type Entry = About &
  Pick<Graded, 'rubric' | 'plan' | 'decided'> & {
    asOf: string;
    settingsKey: string;
    text: string;
    cells: string;
    percentToTarget: Scorecard['percentToTarget'];
    /** grades once more, for what rarely has to be known */
    again: () => Graded;
  };

/** Grades a platform, and keeps what is to be stored. */
export function entryOf(about: About, rubric: Rubric, evidenceOf: () => Evidence): Entry {
  const graded = grade(rubric, evidenceOf());
  const { plan, decided, evidence, scorecard } = graded;
  return {
    ...{ ...about, rubric, plan, decided, asOf: scorecard.asOf, settingsKey: evidence.settingsKey },
    ...{ text: writeStored(graded), cells: JSON.stringify(scorecard.cells.map(cellRow)) },
    percentToTarget: scorecard.percentToTarget,
    again: () => grade(rubric, evidenceOf()),
  };
}

/**
 * Stores current scorecards and their daily rows, part of the caller's transaction, and returns the platforms whose were
 * stored: where a newer one is there already, nothing is. All are of one instant.
 */
export async function storeRows(trx: Kysely<Database>, entries: readonly Entry[]): Promise<string[]> {
  const [first] = entries;
  if (first === undefined) return [];
  const { asOf } = first;
  const claimed = await claimCurrentScorecards(
    trx,
    entries.map(({ platformId }) => ({ platformId, asOf })),
  );
  if (claimed.length === 0) return [];
  const byPlatform = new Map(claimed.map((row) => [row.platformId, row]));
  const day = asOf.slice(0, 'YYYY-MM-DD'.length);
  const today = await listFlipsOfDay(trx, [...byPlatform.keys()], day);
  const rows = [];
  for (const entry of entries) {
    const row = byPlatform.get(entry.platformId);
    if (row === undefined) continue;
    rows.push(await describeRow(trx, entry, { row, day, earlier: today.get(entry.platformId) ?? null }));
  }
  await saveCurrentScorecards(
    trx,
    rows.map(({ current }) => current),
  );
  await saveScorecardDays(
    trx,
    rows.map(({ ofDay }) => ofDay),
  );
  return [...byPlatform.keys()];
}

type Place = { row: ClaimedScorecard; day: string; earlier: string | null };

async function describeRow(trx: Kysely<Database>, entry: Entry, { row, day, earlier }: Place) {
  const { platformId, asOf, text, bundleSha256 } = entry;
  const before = row.scorecard;
  const flipped = before === null || before === text ? [] : await listFlips(trx, entry, before);
  // traces tell ages, so that they are made anew each day
  const fits = before === text && earlier !== null;
  return {
    current: {
      ...{ platformId, asOf, scorecard: text, bundleSha256, revision: randomInt(MOST_REVISION) },
      behind: entry.behind ?? (fits ? row.behind : 1),
    },
    ofDay: dayRow(entry, day, mergeText(earlier, flipped)),
  };
}

async function listFlips(trx: Kysely<Database>, entry: Entry, before: string) {
  const states = readStatesBefore(before, entry);
  if (states !== null) return flipsOfStates(entry.plan.cells, states, entry.decided.states);
  return flipsSince(trx, await readStored(trx, { scorecard: before, asOf: entry.asOf }), entry.again());
}

function mergeText(earlier: string | null, later: readonly Flip[]): string {
  if (earlier !== null && later.length === 0) return earlier;
  return JSON.stringify(mergeFlips(earlier === null ? [] : flipsSchema.parse(JSON.parse(earlier)), later));
}

function dayRow(entry: Entry, day: string, flipsOfDay: string): ScorecardDay {
  const { platformId, asOf, rubric, cells, percentToTarget } = entry;
  const { value, low, high } = percentToTarget;
  return {
    platformId,
    day,
    asOf,
    rubricId: rubric.id,
    rubricVersion: rubric.version,
    rubricSha256: rubric.sha256,
    percentToTarget: value,
    percentLow: low,
    percentHigh: high,
    cells,
    flips: flipsOfDay,
  };
}
