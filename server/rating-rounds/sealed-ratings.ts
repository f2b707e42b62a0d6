import { z } from 'zod';
import { sealSecrets, unsealSecrets } from '../collection/seal-secrets.ts';
import { type Rating, ratingSchema } from './round.ts';

/** What is sealed grows by steps of this many bytes, so that their length does not tell how much was written. */
const STEP = 8_192;
const ratingsSchema = z.array(ratingSchema);

type Whose = { roundId: string; userId: string };
const nameOf = ({ roundId, userId }: Whose) => `rating-round/${roundId}/${userId}`;

/**
 * What somebody has rated so far, readable with the deployment's SECRET alone, and only as theirs: no query, no backup and no
 * other feature comes across a rating before the reveal.
 */
export function sealRatings(secret: string, whose: Whose, ratings: readonly Rating[]): string | null {
  const bytes = Buffer.from(JSON.stringify(ratings), 'utf8');
  const padded = Buffer.concat([bytes, Buffer.alloc(STEP - (bytes.length % STEP), ' ')]);
  return sealSecrets(secret, nameOf(whose), { ratings: padded.toString('base64') });
}

/** Null where they cannot be read: SECRET is not the one under which they were sealed. */
export function unsealRatings(secret: string, whose: Whose, sealed: string | null): Rating[] | null {
  try {
    const { ratings } = unsealSecrets(secret, nameOf(whose), sealed);
    if (ratings === undefined) return [];
    return ratingsSchema.parse(JSON.parse(Buffer.from(ratings, 'base64').toString('utf8')));
  } catch {
    return null;
  }
}
