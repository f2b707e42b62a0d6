import { createHmac, hkdfSync } from 'node:crypto';
import { AppError } from '../errors.ts';
import type { Cycle } from './cycle.ts';
import { privateHalf } from './seal-key.ts';

/**
 * Names the links of one address without naming the address: what was answered by an older link counts for a newer one, and
 * nobody answers twice. The key comes from the private half of the cycle's own, so that a copy of the tables does not tell
 * which link went to whom, and after the close, when that key is gone, nothing does.
 */
export function slotsOf(secret: string, { id, sealKey }: Pick<Cycle, 'id' | 'sealKey'>) {
  if (sealKey === null) throw new AppError('CONFLICT', 'This survey is closed.');
  const half = privateHalf(secret, id, sealKey).export({ type: 'pkcs8', format: 'der' });
  const key = new Uint8Array(hkdfSync('sha256', half, id, 'plumbline/survey-slot/1', 32));
  return (address: string): string => createHmac('sha256', key).update(address).digest('base64url');
}
