import { expect, test } from 'vitest';
import { find, insertQuarter, noticesContext } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the notice of a quarter in review', (makeDb) => {
  test('reaches those who may see it before it is published, and nobody else', async () => {
    const ctx = await noticesContext(await makeDb());
    await insertQuarter(ctx, { id: 'q3', state: 'in_review' });
    await insertQuarter(ctx, { id: 'q2', state: 'published', publishedAt: '2026-11-21T12:00:00.000Z' });
    expect(await find(ctx, 'report-review')).toEqual([
      {
        subject: 'q3',
        occasion: 'frozen',
        to: ['erin', 'otto'],
        line: {
          title: '2026-Q3 is in review',
          detail: 'frozen by Erin on November 22, 2026',
          path: '/p/payments/reports/q3',
        },
      },
    ]);
  });
});
