import { z } from 'zod';
import { sealSecrets, unsealSecrets } from '../collection/seal-secrets.ts';
import { ratingSchema } from './round.ts';

/** What is sealed grows by steps of this many bytes, so that their length does not tell how much was written. */
const STEP = 8_192;

const sheetSchema = z.strictObject({ handedIn: z.boolean(), ratings: z.array(ratingSchema) });
/** What somebody has rated so far, and whether it counts at the reveal. */
export type Sheet = z.infer<typeof sheetSchema>;

export const EMPTY_SHEET: Sheet = { handedIn: false, ratings: [] };

type Whose = { roundId: string; userId: string };
const nameOf = ({ roundId, userId }: Whose) => `rating-round/${roundId}/${userId}`;

/**
 * A sheet as it is kept until the reveal: readable with the deployment's SECRET alone, and only as theirs. An empty one looks
 * like any other, so that no query, backup or other feature comes across a rating, or across who has rated.
 */
export function sealSheet(secret: string, whose: Whose, sheet: Sheet): string | null {
  const bytes = Buffer.from(JSON.stringify(sheet), 'utf8');
  const padded = Buffer.concat([bytes, Buffer.alloc(STEP - (bytes.length % STEP), ' ')]);
  return sealSecrets(secret, nameOf(whose), { sheet: padded.toString('base64') });
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
