import { afterAll, beforeEach, expect, test } from 'vitest';
import { adoptVersion } from '#server/rubrics/adopt-version.ts';
import { announcedSchema, projectAnnounced } from '#server/rubrics/project-announced.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { forgetRubrics, platform, publishWith } from '#tests/support/build-rubric-draft.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);

onBothDatabases('announced criteria', (makeDb) => {
  test('what they would change on their day is told with the evidence of today', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    // INT-3.a is taken back until January: it comes before INT-4.h, which the pack announces for April
    const later = { from: '- id: INT-3.a\n', to: '- id: INT-3.a\n  effective_from: "2027-01-01"\n' };
    await adoptVersion(ctx, { platform, rubric: await publishWith(ctx, '2.0.0', [later]) });
    const { days } = announcedSchema.parse(await projectAnnounced(ctx.as(person('viewer')), { platform }));
    expect(days.map(({ day, criteria }) => [day, criteria.map(({ id }) => id)])).toEqual([
      ['2027-01-01', ['INT-3.a']],
      ['2027-04-01', ['INT-4.h']],
    ]);
    const [january, april] = days;
    // 90 % of requests to build-test and data are self-served, nobody measured the other eleven
    expect(january?.effect.criteria.filter(({ after }) => after === 'met')).toEqual([
      { criterion: 'INT-3.a', before: 'announced', after: 'met', cells: expect.any(Number) },
    ]);
    const inApril = new Set(april?.effect.criteria.map(({ criterion }) => criterion));
    expect(inApril).toEqual(new Set(['INT-3.a', 'INT-4.h']));
  });

  test('on their day nothing is announced any more', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    ctx.setNow('2027-04-01T00:00:00.000Z');
    expect((await projectAnnounced(ctx, { platform })).days).toEqual([]);
  });
});
