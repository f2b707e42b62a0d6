import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import { type Finding, lintPack } from '#rubrics/lint/lint-pack.ts';
import { type PackText, packOf, parsePack } from '#rubrics/parse-pack.ts';
import { compileRubric, type Rubric } from '#rubrics/rubric.ts';
import { compareVersions } from '#rubrics/versions/bump.ts';
import { compareRubrics, differenceSchema } from '#rubrics/versions/compare-rubrics.ts';
import type { Task } from '../tasks/task.ts';
import { listKnown } from './list-known.ts';
import { MOST_CRITERIA } from './rubric-files.ts';

export const findingSchema = z.strictObject({
  check: z.string(),
  file: z.string(),
  line: z.int(),
  column: z.int(),
  message: z.string(),
  instead: z.string(),
});

export const judgementSchema = z.strictObject({
  findings: z.array(findingSchema),
  /** null: it does not load yet */
  rubric: z
    .strictObject({ id: z.string(), version: z.string(), name: z.string(), sha256: z.string(), criteria: z.int() })
    .nullable(),
  /** from the newest version before it, or of its own number; null: it does not load, or is the first of its pack */
  difference: differenceSchema.nullable(),
  /** whether there is such a version already */
  exists: z.boolean(),
});
/** What is to be said of the files of a pack before they can become a version. */
export type Judgement = z.infer<typeof judgementSchema>;

const inputSchema = z.strictObject({ files: z.array(z.strictObject({ file: z.string(), text: z.string() })) });

/** Reads, checks and compares a draft. Reading YAML that somebody sends takes long where they want it to: never in a request. */
export const judgeDraftTask: Task<z.infer<typeof inputSchema>, Judgement> = {
  key: 'judge-draft',
  long: true,
  input: inputSchema,
  run: ({ db }, { files }) => judgeDraft(db, files),
};

async function judgeDraft(db: Kysely<Database>, files: readonly PackText[]): Promise<Judgement> {
  const { findings, rubric } = compileFiles(files);
  if (rubric === null) return { findings, rubric: null, difference: null, exists: false };
  const { id, version, sha256, pack } = rubric;
  const others = (await listKnown(db)).map((one) => one.rubric).filter((one) => one.id === id);
  // one that is there already counts: until the number is raised, it says how far it must be
  const earlier = others.filter((one) => compareVersions(one.version, version) <= 0);
  const [previous, ...older] = earlier;
  return {
    findings,
    rubric: { id, version, name: pack.pack.name, sha256, criteria: pack.criteria.length },
    difference:
      previous === undefined
        ? null
        : compareRubrics(
            previous.pack,
            pack,
            older.map((one) => one.pack),
          ),
    exists: others.some((one) => one.version === version),
  };
}

/** The rubric that files make up, or everything that keeps them from it. */
export function compileFiles(files: readonly PackText[]): { findings: Finding[]; rubric: Rubric | null } {
  try {
    const findings = lintPack(files);
    if (findings.length > 0) return { findings, rubric: null };
    const pack = packOf(parsePack(files.filter(({ file }) => !file.startsWith('locales/'))));
    if (pack === null) return { findings, rubric: null };
    if (pack.criteria.length > MOST_CRITERIA) return refuse(`this pack has ${pack.criteria.length} criteria`, TOO_MANY);
    return { findings: [], rubric: compileRubric(pack) };
  } catch (error) {
    // the reader of YAML and the schema call themselves for each level
    if (error instanceof RangeError) return refuse('this is nested too deeply to be read', 'write fewer levels');
    throw error;
  }
}

const TOO_MANY = `a rubric has at most ${MOST_CRITERIA}; people are to read it`;

const refuse = (message: string, instead: string) => ({
  findings: [{ check: 'size', file: 'pack.yaml', line: 1, column: 1, message, instead }],
  rubric: null,
});
