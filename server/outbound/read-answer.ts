import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { tooLarge, unreadable } from './outbound-words.ts';

/** The text of an answer, unpacked. Reading ends as soon as there is more than `most`, packed or not. */
export async function readAnswer(response: IncomingMessage, most: number): Promise<string> {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') throw unreadable();
  if (Number(response.headers['content-length'] ?? 0) > most) throw tooLarge(most);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // a few kilobytes that unpack to gigabytes stop here as well: no more is unpacked than is read
    for await (const chunk of encoding === 'gzip' ? pipeline(response, createGunzip(), () => {}) : response) {
      bytes += chunk.length;
      if (bytes > most) throw tooLarge(most);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))) throw unreadable();
    throw error;
  }
  return Buffer.concat(chunks).toString('utf8');
}
