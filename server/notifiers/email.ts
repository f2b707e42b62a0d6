import { createTransport, type Transporter } from 'nodemailer';
import { z } from 'zod';
import type { MailSettings } from './mail-settings.ts';
import { LIMIT_MS, type Message, type Notifier, type Outcome } from './notifier.ts';
import { oneLine } from './one-line.ts';

const PATIENCE_MS = 10_000;
const LONGEST_REASON = 300;
/** What ends a session before the text of a message could be sent. */
const BEFORE_TEXT = new Set([
  ...['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EDNS', 'ETLS', 'EAUTH', 'EENVELOPE'],
  ...['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'],
]);
const NO_ADDRESS = 'This is not an address that e-mail can be sent to.';
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/i;

/** E-mail over SMTP: plain text with HTML beside it, no pictures, nothing that reports back. */
export const email: Notifier = {
  key: 'email',
  open: ({ mail }) => {
    if (mail === null) return null;
    const transport = createTransport(transportOptions(mail));
    return (message, signal) => send(transport, mail, { message, signal });
  },
};

/**
 * TLS wherever the server offers it, and always before a password leaves this machine. On this very machine a certificate
 * proves nothing, so there any will do.
 */
export function transportOptions({ host, port, secure, auth }: MailSettings) {
  const local = LOOPBACK.test(host);
  return {
    host,
    port,
    secure,
    requireTLS: auth !== null && !local,
    tls: { rejectUnauthorized: !local },
    ...(auth !== null && { auth }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
    socketTimeout: 2 * PATIENCE_MS,
    allowInternalNetworkInterfaces: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

type Attempt = { message: Message; signal: AbortSignal };

async function send(transport: Transporter, mail: MailSettings, { message, signal }: Attempt): Promise<Outcome> {
  const address = plainAddress(message.to.address);
  if (address === null) return { state: 'refused', maybeTaken: false, reason: NO_ADDRESS };
  try {
    await transport.sendMail({
      from: { name: oneLine(mail.from.name), address: mail.from.address },
      to: { name: oneLine(message.to.name ?? ''), address },
      subject: oneLine(message.subject),
      text: message.text,
      html: message.html,
      messageId: `<${message.id}@${mail.from.address.split('@').at(-1)}>`,
      date: message.at,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...(message.unsubscribe !== null && {
          'List-Unsubscribe': `<${message.unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]),
    });
    return { state: 'sent' };
  } catch (error) {
    return outcomeOf(error, mail);
  }
}

/** A refusal of the recipient or of the text is about this message; everything else is about the server or its settings. */
function outcomeOf(error: unknown, mail: MailSettings): Outcome {
  const { code, command, responseCode, originalCode, timeoutType } = detailsOf(error);
  const reason = reasonOf(error, mail);
  const aboutMessage = command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE';
  const maybeTaken = responseCode === null && ![code, originalCode, timeoutType].some((name) => BEFORE_TEXT.has(name));
  if (!aboutMessage || responseCode === null) return { state: 'later', broken: true, maybeTaken, reason };
  // 421: the server is about to hang up
  if (responseCode < 500) return { state: 'later', broken: responseCode === 421, maybeTaken, reason };
  return { state: 'refused', maybeTaken: false, reason };
}

const detailsSchema = z.object({
  code: z.string().catch(''),
  command: z.string().catch(''),
  originalCode: z.string().catch(''),
  timeoutType: z.string().catch(''),
  /** what the server said */
  response: z.string().catch(''),
  responseCode: z.number().nullable().catch(null),
});
const detailsOf = (error: unknown) => detailsSchema.parse(error instanceof Error ? { ...error } : {});

/** What went wrong, on one line, without the password in case a server repeats it. */
function reasonOf(error: unknown, { auth }: MailSettings): string {
  const { response } = detailsOf(error);
  const text = oneLine(response || (error instanceof Error ? error.message : String(error)));
  const secrets = auth === null ? [] : [auth.pass, Buffer.from(auth.pass).toString('base64')];
  return secrets.reduce((safe, secret) => safe.replaceAll(secret, '…'), text).slice(0, LONGEST_REASON);
}

function plainAddress(address: string): string | null {
  return /^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()[\]\\,;:"@\p{Cc}]+$/u.test(address) ? address : null;
}
