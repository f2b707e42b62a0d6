import { expect, test } from 'vitest';
import { closeSurveys } from '#server/jobs/kinds/close-surveys.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { testContext } from '#tests/support/test-context.ts';

onBothDatabases('the job that closes surveys', (makeDb) => {
  test('with nothing due it does nothing', async () => {
    const ctx = testContext(await makeDb(), { kind: 'system', name: 'worker' });
    await closeSurveys.run(ctx, {}, new AbortController().signal);
    expect(ctx.rescored).toEqual([]);
  });
});
