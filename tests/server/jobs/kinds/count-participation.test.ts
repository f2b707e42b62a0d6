import { expect, test } from 'vitest';
import { countParticipation } from '#server/jobs/kinds/count-participation.ts';
import { openSurvey, surveyContext } from '#tests/support/build-survey.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the job that counts participation', (makeDb) => {
  test('keeps a band of every open survey', async () => {
    const teams = { ops: { invited: 10 } };
    const ctx = await surveyContext(await makeDb(), teams);
    await openSurvey(ctx, teams);
    ctx.setNow('2026-11-23T00:00:00.000Z');
    await countParticipation.run(ctx, {}, new AbortController().signal);
    const rows = await ctx.db.selectFrom('participationBand').select(['countedOn', 'fromShare', 'toShare']).execute();
    expect(rows).toEqual([1, 2].map(() => ({ countedOn: '2026-11-23', fromShare: 0, toShare: 0.5 })));
  });
});
