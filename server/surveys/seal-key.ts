import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { z } from 'zod';

/** The key pair of one cycle as it is stored until the close: the private half wrapped with the deployment's SECRET. */
const sealKeySchema = z.strictObject({
  publicKey: z.string(),
  salt: z.string(),
  nonce: z.string(),
  wrapped: z.string(),
  tag: z.string(),
});

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const bytes = (encoded: string) => Buffer.from(encoded, 'base64url');

/** A new X25519 key pair for a cycle, as text for `surveyCycle.sealKey`. */
export function makeSealKey(secret: string, cycleId: string): string {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(secret, salt), nonce).setAAD(Buffer.from(cycleId));
  const wrapped = Buffer.concat([cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })), cipher.final()]);
  return JSON.stringify({
    publicKey: text(publicKey.export({ type: 'spki', format: 'der' })),
    salt: text(salt),
    nonce: text(nonce),
    wrapped: text(wrapped),
    tag: text(cipher.getAuthTag()),
  } satisfies z.infer<typeof sealKeySchema>);
}

/** The half that seals. */
export function publicHalf(sealKey: string): KeyObject {
  const { publicKey } = sealKeySchema.parse(JSON.parse(sealKey));
  return createPublicKey({ key: bytes(publicKey), type: 'spki', format: 'der' });
}

/** The half that opens. Throws where SECRET is not the one under which the cycle was opened. */
export function privateHalf(secret: string, cycleId: string, sealKey: string): KeyObject {
  const { salt, nonce, wrapped, tag } = sealKeySchema.parse(JSON.parse(sealKey));
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey(secret, bytes(salt)), bytes(nonce));
  decipher.setAAD(Buffer.from(cycleId)).setAuthTag(bytes(tag));
  const key = Buffer.concat([decipher.update(bytes(wrapped)), decipher.final()]);
  return createPrivateKey({ key, type: 'pkcs8', format: 'der' });
}

function wrappingKey(secret: string, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'plumbline/survey-seal-key/1', 32));
}
