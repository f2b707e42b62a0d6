import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import { bundleSchema } from '#rubrics/evidence/bundle.ts';
import { type Evidence, settingsKeyOf } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { decideCriteria, type States } from '#rubrics/scoring/criterion.ts';
import { type Plan, planFor } from '#rubrics/scoring/plan.ts';
import { withNumbers } from '#rubrics/scoring/roll-ups/read-numbers.ts';
import { scoreCells } from '#rubrics/scoring/score.ts';
import { rubricIdSchema, SCORING_VERSION, type Scorecard, scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { findFacts } from '#rubrics/scoring/test-leaf.ts';
import { readFrozenRubric } from '../rubrics/read-frozen-rubric.ts';
import { installedRubrics, keptRubrics } from '../rubrics/rubric-of.ts';

/** A scorecard without the hash of its bundle, which is made when somebody asks for it. */
export type GradedScorecard = Omit<Scorecard, 'bundleSha256'>;

/**
 * The current scorecard as it is kept: the decided state of every criterion, from which its cells follow by the functions
 * that scored them. A twentieth of the whole text. Where answers add up the whole scorecard is kept.
 */
const shortSchema = z.strictObject({
  schema: z.literal('plumbline/states/1'),
  scoring: z.literal(SCORING_VERSION),
  rubric: rubricIdSchema,
  settings: bundleSchema.shape.settings,
  /** base64: of each test of the plan its state, then of each the kinds of evidence */
  states: z.base64(),
  /** claimed levels, by `keyOf(aspect, capability)` */
  claims: z.array(z.tuple([z.string(), z.number()])),
});
const wholeSchema = scorecardSchema.omit({ bundleSha256: true, asOf: true });
/** The last is how it was kept once. */
const storedSchema = z.union([shortSchema, wholeSchema, scorecardSchema]);

/** Everything that scoring found out about a platform. */
export type Graded = { rubric: Rubric; evidence: Evidence; plan: Plan; decided: States; scorecard: GradedScorecard };

/** Scores evidence by a rubric. */
export function grade(rubric: Rubric, evidence: Evidence): Graded {
  const plan = planFor(rubric, evidence);
  const decided = withNumbers(decideCriteria(plan, evidence, findFacts(plan, evidence)), plan, evidence);
  const { id, version, sha256 } = rubric;
  const head = { scoring: SCORING_VERSION, rubric: { id, version, sha256 }, asOf: evidence.asOf } as const;
  const cells = scoreCells(rubric, evidence, { plan, decided });
  return { rubric, evidence, plan, decided, scorecard: { schema: 'plumbline/scorecard/1', ...head, ...cells } };
}

/** The text that is kept of a scorecard, beside its instant: another text, another scorecard. */
export function writeStored({ rubric, evidence, decided, scorecard }: Graded): string {
  if (rubric.rollUp !== 'gated') return JSON.stringify({ ...scorecard, asOf: undefined });
  const states = Buffer.concat([decided.states, decided.kinds]).toString('base64');
  return `${headOf(scorecard.rubric, evidence.settingsKey)}${states}","claims":${JSON.stringify([...evidence.claims])}}`;
}

/** A kept text up to its states: equal for the same rubric and settings. */
function headOf({ id, version, sha256 }: Scorecard['rubric'], settingsKey: string): string {
  const rubric = JSON.stringify({ id, version, sha256 });
  return `{"schema":"plumbline/states/1","scoring":${SCORING_VERSION},"rubric":${rubric},"settings":${settingsKey},"states":"`;
}

type Like = { rubric: Scorecard['rubric']; settingsKey: string; decided: States };

/** The states of a kept text by the very plan of what was graded: same rubric, same settings. Else null. */
export function readStatesBefore(text: string, { rubric, settingsKey, decided }: Like): Uint8Array | null {
  const head = headOf(rubric, settingsKey);
  if (!text.startsWith(head)) return null;
  const bytes = Buffer.from(text.slice(head.length, text.indexOf('"', head.length)), 'base64');
  const { length } = decided.states;
  return bytes.length === 2 * length ? bytes.subarray(0, length) : null;
}

/** The scorecard that a kept text stands for. */
export async function readStored(
  db: Kysely<Database>,
  { scorecard: text, asOf }: { scorecard: string; asOf: string },
): Promise<GradedScorecard> {
  const stored = storedSchema.parse(JSON.parse(text));
  if (stored.schema !== 'plumbline/states/1') return { ...stored, asOf };
  const { rubric, claims, ...rest } = await unpack(db, stored);
  const graded = scoreCells(rubric, { claims }, rest);
  return { schema: 'plumbline/scorecard/1', scoring: stored.scoring, rubric: stored.rubric, asOf, ...graded };
}

/** How every criterion was decided, as a kept text says it; null where answers add up, since there the cells are kept. */
export async function readDecided(db: Kysely<Database>, text: string): Promise<Unpacked | null> {
  const { data } = shortSchema.safeParse(JSON.parse(text));
  return data === undefined ? null : unpack(db, data);
}

type Unpacked = Awaited<ReturnType<typeof unpack>>;

async function unpack(
  db: Kysely<Database>,
  { rubric: named, settings, states: packed, claims }: z.infer<typeof shortSchema>,
) {
  const rubric = await findRubric(db, named.sha256);
  const bytes = Buffer.from(packed, 'base64');
  const decided = { states: bytes.subarray(0, bytes.length / 2), kinds: bytes.subarray(bytes.length / 2) };
  const plan = planFor(rubric, { settings, settingsKey: settingsKeyOf(settings) });
  return { rubric, settings, plan, decided, claims: new Map(claims) };
}

async function findRubric(db: Kysely<Database>, sha256: string): Promise<Rubric> {
  const here = [...installedRubrics(), ...keptRubrics()].find((one) => one.sha256 === sha256);
  const rubric = here ?? (await readFrozenRubric(db, sha256));
  if (rubric === undefined) throw new Error(`The rubric ${sha256} is gone.`);
  return rubric;
}
