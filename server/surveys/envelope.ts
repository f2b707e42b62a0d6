import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { AppError } from '../errors.ts';

/** Every envelope has this size before it is sealed, so that its length says nothing about the answer. */
const SIZE = 8192;
const LENGTH_BYTES = 4;
const KEY_BYTES = 44;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals an answer so that only the cycle's private key opens it: X25519 with a key of its own for each envelope,
 * HKDF-SHA-256, AES-256-GCM. Layout: sender's public key (SPKI) · nonce · tag · ciphertext, in base64url.
 */
export function sealEnvelope(recipient: KeyObject, cycleId: string, content: unknown): string {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const sender = publicKey.export({ type: 'spki', format: 'der' });
  const nonce = randomBytes(NONCE_BYTES);
  const key = envelopeKey(privateKey, recipient, sender);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(cycleId));
  const sealed = Buffer.concat([cipher.update(padded(JSON.stringify(content))), cipher.final()]);
  return Buffer.concat([sender, nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Opens an envelope. Throws where it was sealed for another cycle or has been changed. */
export function openEnvelope(recipient: KeyObject, cycleId: string, envelope: string): unknown {
  const bytes = Buffer.from(envelope, 'base64url');
  const take = (from: number, length: number) => bytes.subarray(from, from + length);
  const sender = take(0, KEY_BYTES);
  const nonce = take(KEY_BYTES, NONCE_BYTES);
  const tag = take(KEY_BYTES + NONCE_BYTES, TAG_BYTES);
  const publicKey = createPublicKey({ key: sender, type: 'spki', format: 'der' });
  const decipher = createDecipheriv('aes-256-gcm', envelopeKey(recipient, publicKey, sender), nonce);
  decipher.setAAD(Buffer.from(cycleId)).setAuthTag(tag);
  const sealed = bytes.subarray(KEY_BYTES + NONCE_BYTES + TAG_BYTES);
  const content = Buffer.concat([decipher.update(sealed), decipher.final()]);
  const length = content.readUInt32BE(0);
  return JSON.parse(content.subarray(LENGTH_BYTES, LENGTH_BYTES + length).toString('utf8'));
}

function envelopeKey(privateKey: KeyObject, publicKey: KeyObject, salt: Uint8Array): Uint8Array {
  const shared = diffieHellman({ privateKey, publicKey });
  return new Uint8Array(hkdfSync('sha256', shared, salt, 'plumbline/survey-envelope/1', 32));
}

function padded(content: string): Buffer {
  const bytes = Buffer.from(content, 'utf8');
  if (bytes.length > SIZE - LENGTH_BYTES) {
    throw new AppError('PAYLOAD_TOO_LARGE', 'This answer is too long. Please shorten what you wrote.');
  }
  const whole = Buffer.alloc(SIZE);
  whole.writeUInt32BE(bytes.length, 0);
  bytes.copy(whole, LENGTH_BYTES);
  return whole;
}
