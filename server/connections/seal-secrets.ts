import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

const sealedSchema = z.strictObject({ salt: z.string(), nonce: z.string(), tag: z.string(), sealed: z.string() });
const secretsSchema = z.record(z.string(), z.string());

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const bytes = (encoded: string) => Buffer.from(encoded, 'base64url');

/** Secrets as they are kept: readable only with the deployment's SECRET, and only as those of `owner`. */
export function sealSecrets(secret: string, owner: string, secrets: Record<string, string>): string | null {
  if (Object.keys(secrets).length === 0) return null;
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret, salt), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
  return JSON.stringify({
    salt: text(salt),
    nonce: text(nonce),
    tag: text(cipher.getAuthTag()),
    sealed: text(sealed),
  } satisfies z.infer<typeof sealedSchema>);
}

/** Throws where SECRET is not the one under which they were sealed. */
export function unsealSecrets(secret: string, owner: string, kept: string | null): Record<string, string> {
  if (kept === null) return {};
  const { salt, nonce, tag, sealed } = sealedSchema.parse(JSON.parse(kept));
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret, bytes(salt)), bytes(nonce));
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes(tag));
  const plain = Buffer.concat([decipher.update(bytes(sealed)), decipher.final()]);
  return secretsSchema.parse(JSON.parse(plain.toString('utf8')));
}

function sealingKey(secret: string, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'plumbline/source-secrets/1', 32));
}
