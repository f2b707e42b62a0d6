import type { Kysely } from 'kysely';
import { findDocument } from '#db/queries/documents.ts';
import type { Database } from '#db/schema.ts';
import { canonicalJson } from '#rubrics/evidence/canonical.ts';
import { packSchema } from '#rubrics/pack.ts';
import { compileRubric, type Rubric } from '#rubrics/rubric.ts';

const frozen = new Map<string, Rubric>();

const texts = new WeakMap<Rubric, string>();

/** The text of a rubric as it is kept and hashed; a rubric never changes. */
export function rubricText(rubric: Rubric): string {
  const text = texts.get(rubric) ?? canonicalJson(rubric.pack);
  texts.set(rubric, text);
  return text;
}

/** A rubric as an assessment or a daily row used it, or undefined where it was never kept. */
export async function readFrozenRubric(db: Kysely<Database>, sha256: string): Promise<Rubric | undefined> {
  const known = frozen.get(sha256);
  if (known !== undefined) return known;
  const content = await findDocument(db, sha256);
  if (content === undefined) return undefined;
  const rubric = compileRubric(packSchema.parse(JSON.parse(content)));
  frozen.set(sha256, rubric);
  return rubric;
}
