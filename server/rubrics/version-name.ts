import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { AppError } from '../errors.ts';
import { findRubric } from './find-rubric.ts';

const VERSION = /^([a-z][a-z0-9-]*)@(\d+\.\d+\.\d+)$/;

/** The name of a version: the pack's id and its version. */
export const versionField = z.string().max(100).regex(VERSION, 'Name a version such as "cncf-platform@1.0.0".');

export const versionName = ({ id, version }: { id: string; version: string }) => `${id}@${version}`;

/** The version of that name; one that nobody has is refused. */
export async function findVersion(db: Kysely<Database>, name: string): Promise<Rubric> {
  const [, packId = '', packVersion = ''] = VERSION.exec(name) ?? [];
  const rubric = await findRubric(db, { packId, packVersion });
  if (rubric === undefined) throw new AppError('NOT_FOUND', `There is no rubric "${name}" here.`);
  return rubric;
}
