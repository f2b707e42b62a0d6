import { z } from 'zod';
import type { PackText } from '#rubrics/parse-pack.ts';
import { AppError } from '../errors.ts';

/** Far above any rubric that people can read, far below what would hold up the service. */
const MOST_CHARACTERS = 2_000_000;
const MOST_FILES = 60;
export const MOST_CRITERIA = 500;

/** The names that a pack's files have; nothing else is a file of a pack, and no name leads anywhere. */
export const fileNameField = z
  .string()
  .max(80)
  .regex(
    /^(pack|metrics|questions|crosswalk|criteria\/[a-z][a-z0-9]*(-[a-z0-9]+)*|locales\/[a-z]{2,3}(-[A-Za-z0-9]+)*)\.yaml$/,
    'A pack has pack.yaml, metrics.yaml, questions.yaml, crosswalk.yaml, criteria/<aspect>.yaml and locales/<language>.yaml.',
  );

export const fileTextField = z
  .string()
  .max(MOST_CHARACTERS, 'A pack has at most two million characters.')
  .refine((text) => !text.includes('\0'), 'Write it without the character NUL.');

export const packTextSchema = z.strictObject({ file: fileNameField, text: fileTextField });
export const packFilesField = z.array(packTextSchema).min(1).max(MOST_FILES);
const storedSchema = z.array(z.strictObject({ file: z.string(), text: z.string() }));

/** The files of a draft or a version as they are kept. */
export const readStoredFiles = (text: string): PackText[] => storedSchema.parse(JSON.parse(text));

/** The files as they are kept: by name, each once. Refuses what is no pack by its size alone. */
export function writeStoredFiles(files: readonly PackText[]): string {
  if (files.length > MOST_FILES) throw new AppError('PAYLOAD_TOO_LARGE', `A pack has at most ${MOST_FILES} files.`);
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > MOST_CHARACTERS) {
    throw new AppError('PAYLOAD_TOO_LARGE', 'A pack has at most two million characters in all its files.');
  }
  const byName = files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const twice = byName.find(({ file }, i) => file === byName[i - 1]?.file);
  if (twice !== undefined) throw new AppError('BAD_REQUEST', `The file ${twice.file} is there twice.`);
  return JSON.stringify(byName);
}
