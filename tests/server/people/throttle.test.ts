import { expect, test } from 'vitest';
import { forgetAttempts, throttle } from '#server/people/throttle.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const at = (time: string) => new Date(`2026-11-22T${time}Z`);

onBothDatabases('patience with wrong logins', (makeDb) => {
  test('ends after ten attempts at one account, whoever makes them', async () => {
    const db = await makeDb();
    const attempt = (n: number) =>
      throttle(db, { account: 'ada@example.org', address: `10.0.0.${n}`, now: at('12:00:00') });
    for (let n = 0; n < 10; n += 1) await attempt(n);
    await expect(attempt(11)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
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

  test('begins afresh for an account after a success', async () => {
    const db = await makeDb();
    const attempt = () => throttle(db, { account: 'ada@example.org', address: 'a', now: at('12:00:00') });
    for (let n = 0; n < 10; n += 1) await attempt();
    await forgetAttempts(db, 'ada@example.org');
    await attempt();
  });

  test('keeps no e-mail and no address in the clear', async () => {
    const db = await makeDb();
    await throttle(db, { account: 'my-password-by-mistake', address: '203.0.113.9', now: at('12:00:00') });
    const rows = JSON.stringify(await db.selectFrom('rateLimit').selectAll().execute());
    expect(rows).not.toContain('my-password-by-mistake');
    expect(rows).not.toContain('203.0.113.9');
  });
});
