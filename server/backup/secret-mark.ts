import { createHmac } from 'node:crypto';

/** By it a backup is known to belong to a SECRET, without telling the SECRET. */
export const secretMark = (secret: string): string =>
  createHmac('sha256', secret).update('plumbline/backup/1').digest('hex').slice(0, 16);
