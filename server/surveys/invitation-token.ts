import { createHash, randomBytes } from 'node:crypto';

/** 128 random bits for a link of one use; only its hash is stored. */
export const makeInvitationToken = (): string => randomBytes(16).toString('base64url');

/** SHA-256, hex. A token has the entropy of a key, so it needs no salt and no slow hash. */
export const hashInvitationToken = (token: string): string => createHash('sha256').update(token).digest('hex');
