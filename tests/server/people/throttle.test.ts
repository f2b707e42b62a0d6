import { expect, test } from 'vitest';
import { networkOf } from '#server/people/network-of.ts';
import { forgetAllAttempts, forgetAttempts, throttle } from '#server/people/throttle.ts';
import { insertTestPerson } from '#tests/support/build-people.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const at = (time: string) => new Date(`2026-11-22T${time}Z`);

onBothDatabases('patience with wrong logins', (makeDb) => {
  test('ends after ten attempts at one account from one place, and only there', async () => {
    const db = await makeDb();
    const attempt = (address: string) => throttle(db, { account: 'ada@example.org', address, now: at('12:00:00') });
    for (let n = 0; n < 10; n += 1) await attempt('203.0.113.9');
    for (let n = 0; n < 80; n += 1) {
      await expect(attempt('203.0.113.9')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    }
    // ninety attempts were made, ten counted against the account: its owner is not shut out
    for (let n = 0; n < 10; n += 1) await attempt('10.0.0.1');
  });

  test('ends after a hundred attempts at one account from many places', async () => {
    const db = await makeDb();
    const attempt = (n: number) =>
      throttle(db, { account: 'ada@example.org', address: `10.0.0.${n}`, now: at('12:00:00') });
    for (let n = 0; n < 100; n += 1) await attempt(n);
    await expect(attempt(100)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  test('lasts where the owner is signed in, while many places attack the account', async () => {
    const db = await makeDb();
    const { id: userId } = await insertTestPerson(db, { name: 'Ada' });
    const session = { id: 's', token: 's', userId, userAgent: null, createdAt: '', updatedAt: '' };
    await db
      .insertInto('session')
      .values({ ...session, ipAddress: '198.51.100.7', expiresAt: '2026-11-22T13:00:00.000Z' })
      .execute();
    const attempt = (address: string, time = '12:00:00') =>
      throttle(db, { account: 'Ada@example.org', address, now: at(time) });
    for (let n = 0; n < 100; n += 1) await attempt(`10.0.0.${n}`);
    await expect(attempt('198.51.100.8')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    for (let n = 0; n < 10; n += 1) await attempt('198.51.100.7');
    await expect(attempt('198.51.100.7')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  test('sees one place in the many IPv6 addresses of one client', async () => {
    const db = await makeDb();
    const attempt = (n: number) =>
      throttle(db, { account: 'ada@example.org', address: `2001:db8:0:1::${n}`, now: at('12:00:00') });
    for (let n = 0; n < 10; n += 1) await attempt(n);
    await expect(attempt(10)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  test('counts an account once however its e-mail is written', async () => {
    const db = await makeDb();
    for (let n = 0; n < 10; n += 1)
      await throttle(db, { account: 'ada@example.org', address: 'a', now: at('12:00:00') });
    const other = throttle(db, { account: ' ADA@example.org ', address: 'a', now: at('12:00:00') });
    await expect(other).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  test('ends after a hundred attempts from one address, whatever the accounts', async () => {
    const db = await makeDb();
    const attempt = (n: number) =>
      throttle(db, { account: `user${n}@example.org`, address: '10.0.0.1', now: at('12:00:00') });
    for (let n = 0; n < 100; n += 1) await attempt(n);
    await expect(attempt(101)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  test('returns after a quarter of an hour', async () => {
    const db = await makeDb();
    const attempt = (time: string) => throttle(db, { account: 'ada@example.org', address: 'a', now: at(time) });
    for (let n = 0; n < 11; n += 1) await attempt('12:00:00').catch(() => {});
    await expect(attempt('12:14:00')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    await attempt('12:30:00');
  });

  test('misses none of many attempts at once', async () => {
    const db = await makeDb();
    const attempts = Array.from({ length: 40 }, () =>
      throttle(db, { account: 'ada@example.org', address: 'a', now: at('12:00:00') }),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });

  test('begins afresh after a success where it happened, not where others tried', async () => {
    const db = await makeDb();
    const attempt = (address: string) => throttle(db, { account: 'ada@example.org', address, now: at('12:00:00') });
    for (const address of ['home', 'attacker']) for (let n = 0; n < 10; n += 1) await attempt(address);
    await forgetAttempts(db, 'ada@example.org', 'home');
    await attempt('home');
    await expect(attempt('attacker')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  test('begins afresh everywhere after a new password', async () => {
    const db = await makeDb();
    const attempt = (account: string) => throttle(db, { account, address: 'home', now: at('12:00:00') });
    for (const account of ['ada@example.org', 'bob@example.org'])
      for (let n = 0; n < 10; n += 1) await attempt(account);
    await forgetAllAttempts(db, 'ada@example.org');
    await attempt('ada@example.org');
    await expect(attempt('bob@example.org')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  test('keeps no e-mail and no address in the clear', async () => {
    const db = await makeDb();
    await throttle(db, { account: 'my-password-by-mistake', address: '203.0.113.9', now: at('12:00:00') });
    const rows = JSON.stringify(await db.selectFrom('rateLimit').selectAll().execute());
    expect(rows).not.toContain('my-password-by-mistake');
    expect(rows).not.toContain('203.0.113.9');
  });
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8::1', '2001:0db8:0000:0000:0000:0000:0000:0000'],
  ['2001:DB8:1:2:3:4:5:6', '2001:0db8:0001:0002:0000:0000:0000:0000'],
  ['::1', '0000:0000:0000:0000:0000:0000:0000:0000'],
  ['unknown', 'unknown'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
