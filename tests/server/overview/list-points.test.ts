import { expect, test } from 'vitest';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { listPoints } from '#server/overview/list-points.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

const platform = 'payments';

onBothDatabases('the points one can compare', (makeDb) => {
  test('are the published quarters and the days that were scored, with the names of what moves', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    expect(await listPoints(ctx, { platform })).toMatchObject({ quarters: [], days: null });
    await ctx.rescore(platform);
    const { id } = await freezeAssessment(ctx, { platform, period: '2026-Q4' });
    expect((await listPoints(ctx, { platform })).quarters).toEqual([]);
    await publishAssessment(ctx, { platform, id });
    ctx.setNow('2026-11-24T12:00:00.000Z');
    await ctx.rescore(platform);
    expect(await listPoints(ctx.as(person('viewer')), { platform })).toMatchObject({
      quarters: [{ period: '2026-Q4' }],
      days: { first: '2026-11-22', last: '2026-11-24' },
      names: { capabilities: { data: expect.any(String) }, aspects: { adoption: 'Adoption' } },
    });
  });

  test('are told to nobody else', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const stranger = ctx.as(person('viewer', { platformId: 'elsewhere' }));
    await expect(listPoints(stranger, { platform })).rejects.toThrow();
  });
});
