import { isIP } from 'node:net';
import { z } from 'zod';

/** How e-mail leaves this deployment; a schema, because it is handed to the worker thread. */
export const mailSettingsSchema = z.strictObject({
  host: z.string(),
  port: z.int(),
  /** TLS from the first byte */
  secure: z.boolean(),
  auth: z.strictObject({ user: z.string(), pass: z.string() }).nullable(),
  from: z.strictObject({ name: z.string(), address: z.string() }),
});
export type MailSettings = z.infer<typeof mailSettingsSchema>;

const SMTP_RULE = 'must be smtp://user:password@host:port or smtps://user:password@host:port';
const FROM_RULE = 'must be an address such as plumbline@example.org or Plumbline <plumbline@example.org>';
const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;
const isScheme = (protocol: string): protocol is keyof typeof PORTS => Object.hasOwn(PORTS, protocol);

type Server = Omit<MailSettings, 'from'>;

/** SMTP_URL; what it says when it is wrong never holds the password. */
export const smtpUrl = z.string().transform((text, context): Server => {
  const server = serverOf(text);
  if (server !== null) return server;
  context.addIssue({ code: 'custom', message: SMTP_RULE });
  return z.NEVER;
});

function serverOf(text: string): Server | null {
  const url = URL.parse(text);
  if (url === null || !isScheme(url.protocol) || url.hostname === '') return null;
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return null;
  const [user, pass] = [decoded(url.username), decoded(url.password)];
  if (user === null || pass === null || (user === '') !== (pass === '')) return null;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? PORTS[url.protocol] : Number(url.port),
    secure: url.protocol === 'smtps:',
    auth: user === '' ? null : { user, pass },
  };
}

/** A percent-encoded part, or null where the encoding is broken or hides a control character. */
function decoded(text: string): string | null {
  try {
    const plain = decodeURIComponent(text);
    return hasControls(plain) ? null : plain;
  } catch {
    return null;
  }
}

/** MAIL_FROM: an address, with or without a name before it. */
export const mailFrom = z.string().transform((text, context): MailSettings['from'] => {
  const { name = '', address = text } = /^(?<name>[^<>]*?)\s*<(?<address>[^<>]+)>$/.exec(text)?.groups ?? {};
  if (z.email().safeParse(address).success && !hasControls(name)) return { name: name || 'Plumbline', address };
  context.addIssue({ code: 'custom', message: FROM_RULE });
  return z.NEVER;
});

/** Who sends where MAIL_FROM is not given: nobody, at the host where people reach this deployment. */
export function senderAt(publicUrl: string): MailSettings['from'] {
  const { hostname } = new URL(publicUrl);
  const host = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? hostname : 'localhost';
  return { name: 'Plumbline', address: `no-reply@${host}` };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const hasControls = (text: string) => /[\u0000-\u001f\u007f]/.test(text);
