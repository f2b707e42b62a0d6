import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text; only its hash is stored. */
export const makeSecretToken = (): string => randomBytes(32).toString('base64url');

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
