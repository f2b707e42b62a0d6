import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { MailSettings } from '#server/notifiers/mail-settings.ts';

export type Received = { from: string; to: string[]; raw: string; encrypted: boolean; user: string | null };
export type TestSmtpServer = {
  /** the settings by which Plumbline reaches it */
  settings: MailSettings;
  port: number;
  received: Received[];
  /** what it answers to the text of the next mails: a code, or null to take it */
  answers: (number | null)[];
  /** what it answers to a recipient: a code, or null to accept it */
  refuse: (address: string) => number | null;
};

const refusal = (code: number) => Object.assign(new Error(`refused with ${code}`), { responseCode: code });

/** A real SMTP server on loopback; gone when the test ends. */
export async function startSmtpServer(options: SMTPServerOptions = {}): Promise<TestSmtpServer> {
  const state: Pick<TestSmtpServer, 'received' | 'answers' | 'refuse'> = {
    received: [],
    answers: [],
    refuse: () => null,
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _, done) => {
      const code = state.refuse(address);
      done(code === null ? null : refusal(code));
    },
    onData: (stream, session, done) => {
      void text(stream).then((raw) => {
        const code = state.answers.shift() ?? null;
        if (code !== null) return done(refusal(code));
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        const user = session.user === undefined ? null : String(session.user);
        state.received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to,
          raw,
          encrypted: session.secure,
          user,
        });
        return done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const from = { name: 'Plumbline', address: 'plumbline@example.org' };
  return Object.assign(state, { port, settings: { host: '127.0.0.1', port, secure: false, auth: null, from } });
}

/** The readable text of a mail: its plain part, with soft line breaks undone. */
export function plainText(raw: string): string {
  const part = /content-type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n----_/i.exec(raw)?.[1] ?? '';
  const encoding = /content-type: text\/plain[\s\S]*?content-transfer-encoding: (\S+)/i.exec(raw)?.[1];
  if (encoding === 'base64') return Buffer.from(part, 'base64').toString('utf8');
  const bytes = part
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return encoding === 'quoted-printable' ? Buffer.from(bytes, 'latin1').toString('utf8') : part;
}

export const headerOf = ({ raw }: Received, name: string): string | null => {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? null;
};
