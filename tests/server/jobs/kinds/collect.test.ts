import { expect, test } from 'vitest';
import { collect } from '#server/jobs/kinds/collect.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { addSource, storedValues } from '#tests/support/build-source.ts';
import { makeSqlite } from '#tests/support/databases.ts';
import { fakePrometheus, steady } from '#tests/support/fake-prometheus.ts';
import { testContext } from '#tests/support/test-context.ts';

test('the job asks its source, beside other work', async () => {
  const { db, remove } = await makeSqlite();
  await insertPlatformWithCapabilities(db);
  const ctx = testContext(db);
  const server = await fakePrometheus({ adoption: [steady(0.5)] });
  const sourceId = await addSource(ctx, { url: server.url });
  expect(collect.beside).toBe(true);
  await collect.run(ctx.as({ kind: 'system', name: 'worker' }), { sourceId }, new AbortController().signal);
  expect(await storedValues(ctx)).toMatchObject([{ metric: 'team-adoption', capability: 'data', value: 0.5 }]);
  await remove();
});
