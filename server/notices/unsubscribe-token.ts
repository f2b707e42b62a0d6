import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a link needs to end one kind of message to one person, and nothing else: whoever has it can do that and no more. It
 * is signed and not stored, and works for as long as SECRET stays.
 */
export type Unsubscription = { subject: string; kind: string };

/** The kind of messages that ask people without an account. */
export const SURVEY = 'survey';

export function signUnsubscription(secret: string, { subject, kind }: Unsubscription): string {
  return `${subject}.${kind}.${signatureOf(secret, { subject, kind })}`;
}

/** What a token is for, or null where it is none of ours. */
export function readUnsubscription(secret: string, token: string): Unsubscription | null {
  const [subject, kind, signature, ...rest] = token.split('.');
  if (subject === undefined || kind === undefined || signature === undefined || rest.length > 0) return null;
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(secret, { subject, kind }))];
  return given.length === right.length && timingSafeEqual(given, right) ? { subject, kind } : null;
}

function signatureOf(secret: string, { subject, kind }: Unsubscription): string {
  return createHmac('sha256', secret).update(`plumbline/unsubscribe/1\0${subject}\0${kind}`).digest('base64url');
}

/** The address for the machines of mail providers (RFC 8058): one POST does it. A person who opens it gets the page. */
export const oneClickAddress = (publicUrl: string, token: string): string => `${publicUrl}/api/v1/unsubscribe/${token}`;

/** The page with one button. */
export const unsubscribePage = (publicUrl: string, token: string): string => `${publicUrl}/unsubscribe/${token}`;
