import { expect, test } from 'vitest';
import { createPlatform, createPlatformInput } from '#server/catalogue/create-platform.ts';
import { createUser } from '#server/people/create-user.ts';
import { problemOf } from '#server/rest/problem.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, testContext } from '#tests/support/test-context.ts';

/** On PostgreSQL both look before either has written: the second was answered as a fault of ours, and logged as one. */
onBothDatabases('of several who write the same at once', (makeDb) => {
  const outcomesOf = async (write: () => Promise<unknown>) => {
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, write));
    return outcomes.map((one) => (one.status === 'fulfilled' ? 200 : problemOf(one.reason).status)).sort();
  };

  test('one account is made, and the others are told', async () => {
    const ctx = testContext(await makeDb(), person('admin'));
    const statuses = await outcomesOf(() => createUser(ctx, { name: 'Otto', email: 'otto@example.org', admin: false }));
    expect(statuses).toEqual([200, 409, 409, 409, 409, 409]);
  });

  test('one platform is made, and the others are told', async () => {
    const ctx = testContext(await makeDb(), person('admin'));
    const about = {
      key: 'payments',
      name: 'Payments',
      timeZone: 'UTC',
      fiscalYearStartMonth: 1,
      capabilities: ['data'],
    };
    const statuses = await outcomesOf(() => createPlatform(ctx, createPlatformInput.parse(about)));
    expect(statuses).toEqual([200, 409, 409, 409, 409, 409]);
  });
});
