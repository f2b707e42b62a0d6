import { expect, test } from 'vitest';
import { email, transportOptions } from '#server/notifiers/email.ts';
import { oneLine } from '#server/notifiers/one-line.ts';

const from = { name: 'Plumbline', address: 'plumbline@example.org' };
const auth = { user: 'ada', pass: 'hunter2' };
const remote = { host: 'mail.example.org', port: 587, secure: false, auth, from };

test('without settings there is no channel', () => {
  expect(email.open({ mail: null })).toBeNull();
});

test('a password leaves this machine by TLS only, and only to a server that proves who it is', () => {
  expect(transportOptions(remote)).toMatchObject({ requireTLS: true, tls: { rejectUnauthorized: true }, auth });
  expect(transportOptions({ ...remote, auth: null })).toMatchObject({ requireTLS: false });
  expect(transportOptions({ ...remote, host: '127.0.0.1' })).toMatchObject({
    requireTLS: false,
    tls: { rejectUnauthorized: false },
  });
});

test.each([
  ['Ada\r\nBcc: eve@example.org', 'Ada Bcc: eve@example.org'],
  ['  a\tb\u2028c\u0000d ', 'a b c d'],
])('%j is one line of a header', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test.each(['ada@example.org\r\nRCPT TO:<eve@example.org>', 'a b@example.org', 'ada', '<ada@example.org>', 'a@b,c@d'])(
  '%j is no address and goes nowhere',
  async (address) => {
    const send = email.open({ mail: { ...remote, host: '127.0.0.1', port: 1 } });
    const message = { id: 'm', subject: 's', text: 't', html: 'h', unsubscribe: 'http://localhost/u', at: new Date(0) };
    expect(await send?.({ ...message, to: { name: null, address } }, AbortSignal.timeout(5_000))).toMatchObject({
      state: 'refused',
    });
  },
);
