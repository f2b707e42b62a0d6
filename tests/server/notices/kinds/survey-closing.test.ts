import { expect, test } from 'vitest';
import { createCycle } from '#server/surveys/create-cycle.ts';
import { openCycle } from '#server/surveys/open-cycle.ts';
import { EDITOR } from '#tests/support/build-claims.ts';
import { find, noticesContext } from '#tests/support/build-notices.ts';
import { draftInput } from '#tests/support/build-survey.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the notice of a survey that closes soon', (makeDb) => {
  test('reaches editors three days before the end of an open one, and says nothing of answers', async () => {
    const ctx = await noticesContext(await makeDb());
    const { id } = await createCycle(ctx.as(EDITOR), draftInput({ storage: { invited: 12 } }));
    ctx.setNow('2026-12-04T12:00:00.000Z');
    expect(await find(ctx, 'survey-closing')).toEqual([]);
    await openCycle(ctx.as(EDITOR), { platform: 'payments', cycle: id, acceptNoResult: false });
    expect(await find(ctx, 'survey-closing')).toEqual([
      {
        subject: id,
        occasion: 'closing',
        to: ['erin', 'otto'],
        line: {
          title: 'Spring survey',
          detail: 'closes on December 6, 2026 at 12:00 PM UTC',
          path: `/p/payments/surveys/${id}`,
        },
      },
    ]);
    ctx.setNow('2026-12-03T11:59:59.000Z');
    expect(await find(ctx, 'survey-closing')).toEqual([]);
    ctx.setNow('2026-12-06T12:00:00.000Z');
    expect(await find(ctx, 'survey-closing')).toEqual([]);
  });
});
