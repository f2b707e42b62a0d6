import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { SMTPServerOptions } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import type { Database } from '#db/schema.ts';
import { readEnv } from '#server/env.ts';
import { sendNotices } from '#server/notices/send-notices.ts';
import { email } from '#server/notifiers/email.ts';
import type { MailSettings } from '#server/notifiers/mail-settings.ts';
import type { Message, Outcome } from '#server/notifiers/notifier.ts';
import { insertQuarter, noticesContext, sendAll } from '#tests/support/build-notices.ts';
import { makeScratchFolder } from '#tests/support/scratch-folder.ts';
import { headerOf, plainText, startSmtpServer } from '#tests/support/smtp-server.ts';

const PASSWORD = 'correct horse';
const goOn = new AbortController().signal;

const message = (given: Partial<Message> = {}): Message => ({
  id: 'message-1',
  to: { name: 'Ada Lovelace', address: 'ada@example.org' },
  subject: 'Größe: 3 Dinge',
  text: 'Hello Ada,\n\n.a line that begins with a dot\n.\nthe end, with ß and 漢字\n',
  html: '<p>Hello Ada</p>',
  unsubscribe: 'https://plumbline.example.org/api/v1/unsubscribe/x',
  at: new Date('2026-11-22T12:00:00Z'),
  ...given,
});

/** The settings that an operator would write as SMTP_URL. */
function settingsOf(url: string): MailSettings {
  const { mail } = readEnv({ SMTP_URL: url, MAIL_FROM: 'Plumbline <plumbline@example.org>' });
  if (mail === null) throw new Error('SMTP_URL was not read.');
  return mail;
}

async function deliver(mail: MailSettings, what = message(), signal = goOn): Promise<Outcome> {
  const send = email.open({ mail });
  if (send === null) throw new Error('The channel is not set up.');
  return send(what, signal);
}

const onlyAda: SMTPServerOptions = {
  authOptional: false,
  onAuth: ({ username, password }, _, done) =>
    username === 'ada' && password === PASSWORD ? done(null, { user: 'ada' }) : done(new Error('wrong password')),
};

test('STARTTLS and a password: the text arrives encrypted, whole and once', async () => {
  const smtp = await startSmtpServer({ disabledCommands: [], ...onlyAda });
  const mail = settingsOf(`smtp://ada:${encodeURIComponent(PASSWORD)}@127.0.0.1:${smtp.port}`);
  expect(await deliver(mail)).toEqual({ state: 'sent' });
  expect(smtp.received).toMatchObject([
    { from: 'plumbline@example.org', to: ['ada@example.org'], encrypted: true, user: 'ada' },
  ]);
  const [received] = smtp.received;
  expect(plainText(received?.raw ?? '').replaceAll('\r\n', '\n')).toContain(
    '\n.a line that begins with a dot\n.\nthe end, with ß and 漢字',
  );
  expect(received === undefined ? '' : headerOf(received, 'Message-ID')).toBe('<message-1@example.org>');
  expect(received === undefined ? '' : headerOf(received, 'Auto-Submitted')).toBe('auto-generated');
});

test('TLS from the first byte', async () => {
  const smtp = await startSmtpServer({ secure: true, ...onlyAda });
  const mail = settingsOf(`smtps://ada:${encodeURIComponent(PASSWORD)}@127.0.0.1:${smtp.port}`);
  expect(await deliver(mail)).toEqual({ state: 'sent' });
  expect(smtp.received).toMatchObject([{ encrypted: true, user: 'ada' }]);
});

test('a wrong password is the fault of the settings: nothing is given up, and the reason does not hold it', async () => {
  const smtp = await startSmtpServer({ disabledCommands: [], ...onlyAda });
  const outcome = await deliver(settingsOf(`smtp://ada:hunter2@127.0.0.1:${smtp.port}`));
  expect(outcome).toMatchObject({ state: 'later', broken: true, maybeTaken: false });
  expect(JSON.stringify(outcome)).not.toContain('hunter2');
  expect(smtp.received).toEqual([]);
});

test.each([
  [421, { state: 'later', broken: true, maybeTaken: false }],
  [451, { state: 'later', broken: false, maybeTaken: false }],
  [554, { state: 'refused', maybeTaken: false }],
])('a text that is answered with %i', async (code, outcome) => {
  const smtp = await startSmtpServer();
  smtp.answers.push(code);
  expect(await deliver(smtp.settings)).toMatchObject({ ...outcome, reason: expect.stringContaining(String(code)) });
});

/** A server that behaves as told at each thing that a client sends; `taken` holds the texts that it took responsibility for. */
async function startOddServer(converse: (socket: Socket, taken: string[]) => void) {
  const taken: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    converse(socket, taken);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { mail: settingsOf(`smtp://127.0.0.1:${port}`), taken };
}

/** Speaks SMTP up to the text, then does what `atText` says. */
function upToText(socket: Socket, atText: (socket: Socket, text: string) => void): void {
  let text: string | null = null;
  socket.write('220 odd ESMTP\r\n');
  socket.on('data', (bytes) => {
    if (text !== null) {
      text += bytes.toString();
      return atText(socket, text);
    }
    if (/^DATA/i.test(bytes.toString())) {
      text = '';
      socket.write('354 go on\r\n');
    } else socket.write('250 ok\r\n');
  });
}

test('a server that never says anything costs ten seconds and nobody else’s time', async () => {
  const { mail } = await startOddServer(() => {});
  let turns = 0;
  const others = setInterval(() => {
    turns += 1;
  }, 20);
  const started = performance.now();
  expect(await deliver(mail)).toMatchObject({ state: 'later', broken: true, maybeTaken: false });
  clearInterval(others);
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(turns).toBeGreaterThan(200);
});

test('a stop does not wait for a server that does not answer', async () => {
  const { mail } = await startOddServer(() => {});
  const started = performance.now();
  expect(await deliver(mail, message(), AbortSignal.timeout(200))).toMatchObject({ state: 'later', broken: true });
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('a server that sends nonsense without end is left', async () => {
  const { mail } = await startOddServer((socket) => {
    const flood = setInterval(() => socket.write('220-and so on\r\n'.repeat(1_000)), 10);
    socket.on('close', () => clearInterval(flood));
  });
  expect(await deliver(mail)).toMatchObject({ state: 'later', broken: true });
});

async function openScratchDatabase(): Promise<Kysely<Database>> {
  const { db, close } = await openDatabase(`file:${join(makeScratchFolder('plumbline-smtp-'), 'plumbline.db')}`);
  onTestFinished(close);
  await migrate(db);
  return db;
}

const idsIn = (texts: string[]) => texts.map((raw) => /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim());

test('a connection that is cut within the text: the notice is delivered by the next attempt, once', async () => {
  let cuts = 0;
  const { mail, taken } = await startOddServer((socket, texts) =>
    upToText(socket, (peer, text) => {
      if (cuts < 2) {
        cuts += 1;
        return void peer.destroy();
      }
      if (!text.endsWith('\r\n.\r\n')) return;
      texts.push(text);
      peer.end('250 taken\r\n');
    }),
  );
  const ctx = { ...(await noticesContext(await openScratchDatabase())), mail };
  await ctx.db.deleteFrom('roleGrant').where('userId', '=', 'otto').execute();
  await insertQuarter(ctx, { id: 'q3', state: 'in_review' });
  expect(await sendAll(ctx)).toEqual({ sent: 0, dropped: 0, failed: 1 });
  for (const [at, result] of [
    ['2026-11-22T12:02:00.000Z', { sent: 0, dropped: 0, failed: 1 }],
    ['2026-11-22T12:20:00.000Z', { sent: 1, dropped: 0, failed: 0 }],
    ['2026-11-22T18:00:00.000Z', { sent: 0, dropped: 0, failed: 0 }],
  ] as const) {
    ctx.setNow(at);
    expect(await sendNotices(ctx, goOn)).toEqual(result);
  }
  expect(taken).toHaveLength(1);
});

test('a connection that is cut before the answer to the whole text: the same message again, so that its receiver can drop it', async () => {
  let cut = false;
  const { mail, taken } = await startOddServer((socket, texts) =>
    upToText(socket, (peer, text) => {
      if (!text.endsWith('\r\n.\r\n')) return;
      texts.push(text);
      if (cut) return void peer.end('250 taken\r\n');
      cut = true;
      peer.destroy();
    }),
  );
  const ctx = { ...(await noticesContext(await openScratchDatabase())), mail };
  await ctx.db.deleteFrom('roleGrant').where('userId', '=', 'otto').execute();
  await insertQuarter(ctx, { id: 'q3', state: 'in_review' });
  await sendAll(ctx);
  ctx.setNow('2026-11-22T12:05:00.000Z');
  expect(await sendNotices(ctx, goOn)).toEqual({ sent: 1, dropped: 0, failed: 0 });
  const ids = idsIn(taken);
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
});
