import { expect, test } from 'vitest';
import { closeCycle } from '#server/surveys/close-cycle.ts';
import { createCycle } from '#server/surveys/create-cycle.ts';
import { openCycle } from '#server/surveys/open-cycle.ts';
import { EDITOR } from '#tests/support/build-claims.ts';
import { find, noticesContext } from '#tests/support/build-notices.ts';
import { draftInput } from '#tests/support/build-survey.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the notice of survey results', (makeDb) => {
  test('reaches every reader at the close, for a week', async () => {
    const ctx = await noticesContext(await makeDb());
    const { id: cycle } = await createCycle(ctx.as(EDITOR), draftInput({ storage: { invited: 12 } }));
    await openCycle(ctx.as(EDITOR), { platform: 'payments', cycle, acceptNoResult: false });
    expect(await find(ctx, 'survey-results')).toEqual([]);
    await closeCycle(ctx.as(EDITOR), { platform: 'payments', cycle });
    expect(await find(ctx, 'survey-results')).toMatchObject([
      { subject: cycle, to: ['erin', 'olga', 'otto', 'vera'], line: { detail: 'closed on November 22, 2026' } },
    ]);
    ctx.setNow('2026-11-29T12:00:00.000Z');
    expect(await find(ctx, 'survey-results')).toEqual([]);
  });
});
