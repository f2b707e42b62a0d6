import { z } from 'zod';
import { sealSecrets, unsealSecrets } from '../connections/seal-secrets.ts';
import { ratingSchema } from './round.ts';

/** What is sealed of a round grows by steps of this many bytes, so that their length does not tell how much was written. */
const STEP = 8_192;

const sheetSchema = z.strictObject({ handedIn: z.boolean(), ratings: z.array(ratingSchema) });
/** What somebody has rated so far, and whether it counts at the reveal. */
export type Sheet = z.infer<typeof sheetSchema>;

export const EMPTY_SHEET: Sheet = { handedIn: false, ratings: [] };

/** Bytes. All sheets of a round are as long as the longest: nobody makes them heavy for all. */
const LARGEST = 64 * 1_024;
export const isTooLong = (sheet: Sheet): boolean => Buffer.byteLength(JSON.stringify(sheet), 'utf8') > LARGEST;

type Whose = { roundId: string; userId: string };
const nameOf = ({ roundId, userId }: Whose) => `rating-round/${roundId}/${userId}`;

/**
 * The sheets of a whole round as they are kept until the reveal: each readable with the deployment's SECRET alone, and only as
 * theirs. They are sealed together and are all as long as the longest, so that no query, no backup and no difference of two
 * backups comes across a rating, or across who has rated.
 */
export function sealSheets<T extends Whose & { sheet: Sheet }>(secret: string, sheets: readonly T[]) {
  const written = sheets.map(({ sheet }) => Buffer.from(JSON.stringify(sheet), 'utf8'));
  const longest = Math.max(0, ...written.map(({ length }) => length));
  const length = STEP * Math.ceil((longest + 1) / STEP);
  return sheets.map(({ roundId, userId }, i) => {
    const padded = Buffer.alloc(length, ' ');
    written[i]?.copy(padded);
    const sealed = sealSecrets(secret, nameOf({ roundId, userId }), { sheet: padded.toString('base64') });
    return { roundId, userId, sealed };
  });
}

/** Null where it cannot be read: SECRET is not the one under which it was sealed. */
export function unsealSheet(secret: string, whose: Whose, sealed: string | null): Sheet | null {
  try {
    const { sheet } = unsealSecrets(secret, nameOf(whose), sealed);
    if (sheet === undefined) return EMPTY_SHEET;
    return sheetSchema.parse(JSON.parse(Buffer.from(sheet, 'base64').toString('utf8')));
  } catch {
    return null;
  }
}
