import type { Kysely } from 'kysely';
import { listPlatformsById } from '#db/queries/catalogue.ts';
import { insertDocuments } from '#db/queries/documents.ts';
import { listPlatformsToJudge } from '#db/queries/improvements.ts';
import type { Database } from '#db/schema.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { judgeImprovements } from '../backlog/judge-improvements.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { foldDays } from '../evidence/fold-days.ts';
import { readEvidence } from '../evidence/read-evidence.ts';
import { rubricText } from '../rubrics/read-frozen-rubric.ts';
import { knownRubric } from '../rubrics/rubric-of.ts';
import { rescorePlatform } from './rescore-platform.ts';
import { scorePlatform } from './score-platform.ts';
import { type Entry, entryOf, storeRows } from './store-rows.ts';

type Scoring = Pick<Context, 'db' | 'now'>;

/**
 * Recomputes the current scorecards of many platforms, as of one instant, and stores them with their daily rows; then what was
 * done is judged by them. What takes longer and nobody waits for follows later: traces and insights, where anything has changed.
 * A platform for which this is not enough goes the way of `rescorePlatform`, alone; what fails there is thrown at the end.
 */
export async function rescorePlatforms(ctx: Scoring, platformIds: readonly string[]): Promise<void> {
  const { stored, others } = await rescoreTogether(ctx, platformIds);
  const failures: unknown[] = [];
  const failed = (error: unknown) => failures.push(error);
  for (const platformId of others) await rescorePlatform(ctx, platformId).catch(failed);
  const toJudge = await listPlatformsToJudge(ctx.db, platformIds);
  for (const { platform, entry } of stored) {
    if (!toJudge.has(platform.id)) continue;
    const load = () => scorePlatform(ctx.db, platform, new Date(entry.asOf));
    await judgeImprovements(ctx, platform.id, { ...entry.again(), load }).catch(failed);
  }
  if (failures.length === 0) return;
  throw new AggregateError(failures, `${failures.length} of ${platformIds.length} platforms could not be scored.`);
}

type Together = { stored: { platform: Platform; entry: Entry }[]; others: string[] };

/** Scores the platforms for which the short way is enough, and names the others. */
async function rescoreTogether({ db, now }: Scoring, platformIds: readonly string[]): Promise<Together> {
  const platforms = await listPlatformsById(db, platformIds);
  const simple = platforms.flatMap((platform) => {
    const rubric = knownRubric(platform);
    return rubric === undefined ? [] : [{ id: platform.id, rubric }];
  });
  const folded = await foldDays(db, ...simple.map(({ id }) => id));
  const entries = await gradeAll({ db, now }, { simple, folded });
  const done = new Set(await store(db, entries));
  const byPlatform = new Map(entries.map((entry) => [entry.platformId, entry]));
  return {
    stored: platforms.flatMap((platform) => {
      const entry = byPlatform.get(platform.id);
      return entry === undefined || !done.has(platform.id) ? [] : [{ platform, entry }];
    }),
    others: platforms.flatMap(({ id }) => (done.has(id) ? [] : [id])),
  };
}

type Simple = { id: string; rubric: Rubric };

async function gradeAll(
  { db, now }: Scoring,
  { simple, folded }: { simple: readonly Simple[]; folded: ReadonlySet<string> },
): Promise<Entry[]> {
  const evidence = await readEvidence(db, { platforms: simple, asOf: now() });
  return simple.flatMap(({ id, rubric }) => {
    const own = evidence.get(id);
    if (own === undefined) return [];
    return [entryOf({ platformId: id, bundleSha256: null, behind: folded.has(id) ? 1 : null }, rubric, own)];
  });
}

async function store(db: Kysely<Database>, entries: readonly Entry[]): Promise<string[]> {
  if (entries.length === 0) return [];
  const rubrics = new Set(entries.map(({ rubric }) => rubric));
  const documents = [...rubrics].map((rubric) => ({
    ...{ sha256: rubric.sha256, kind: 'rubric' as const },
    content: rubricText(rubric),
  }));
  return db.transaction().execute(async (trx) => {
    await insertDocuments(trx, documents);
    return storeRows(trx, entries);
  });
}
