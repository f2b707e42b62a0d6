import { expect, test } from 'vitest';
import { find, insertQuarter, noticesContext } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the notice of a published quarter', (makeDb) => {
  test('reaches every reader within a week; what is in review or superseded is no news', async () => {
    const ctx = await noticesContext(await makeDb());
    await insertQuarter(ctx, { id: 'q3', state: 'published', publishedAt: '2026-11-22T11:00:00.000Z' });
    await insertQuarter(ctx, { id: 'old', state: 'published', publishedAt: '2026-11-01T11:00:00.000Z' });
    await insertQuarter(ctx, { id: 'gone', state: 'superseded', publishedAt: '2026-11-22T11:00:00.000Z' });
    await insertQuarter(ctx, { id: 'next', state: 'in_review' });
    expect(await find(ctx, 'report-published')).toMatchObject([
      {
        subject: 'q3',
        to: ['erin', 'olga', 'otto', 'vera'],
        line: { title: 'Report of 2026-Q3', detail: 'published by Otto on November 22, 2026' },
      },
    ]);
  });
});
