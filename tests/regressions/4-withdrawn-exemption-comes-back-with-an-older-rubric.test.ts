import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Exemption } from '#db/queries/exemptions.ts';
import { decideExemption } from '#server/exemptions/decide-exemption.ts';
import { readRegister } from '#server/exemptions/read-register.ts';
import { requestExemption } from '#server/exemptions/request-exemption.ts';
import { withdrawExemption } from '#server/exemptions/withdraw-exemption.ts';
import { readOverview } from '#server/overview/read-overview.ts';
import { adoptVersion } from '#server/rubrics/adopt-version.ts';
import { scoringContext } from '#tests/support/build-assessment.ts';
import { EDITOR, OTHER_EDITOR } from '#tests/support/build-claims.ts';
import { find, noticesContext } from '#tests/support/build-notices.ts';
import { forgetRubrics, platform, publishWith, RENAMED, SHIPPED } from '#tests/support/build-rubric-draft.ts';
import { type MakeDatabase, onBothDatabases } from '#tests/support/databases.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);

/** An exemption from INT-2.c, which the rubric of now calls INT-2.x. */
async function start(makeDb: MakeDatabase) {
  const db = await makeDb();
  await noticesContext(db);
  const ctx = scoringContext(db, EDITOR);
  const place = { platform, criterion: 'INT-2.c', capability: 'security', kind: 'exemption' as const };
  const reason = 'The page waits for the new request form.';
  const { id } = await requestExemption(ctx, { ...place, reason, expiresOn: '2026-12-31' });
  await decideExemption(ctx.as(OTHER_EDITOR), { id, approve: true });
  await adoptVersion(ctx, { platform, rubric: await publishWith(ctx, '2.0.0', RENAMED) });
  return ctx;
}
const nameOf = ({ criterion, state }: Pick<Exemption, 'criterion'> & { state: string }) => [criterion, state];

onBothDatabases('an exemption from a criterion that was renamed', (makeDb) => {
  test('is listed once, and ends with one notice', async () => {
    const ctx = await start(makeDb);
    expect((await readRegister(ctx, { platform })).items.map(nameOf)).toEqual([['INT-2.x', 'in_force']]);
    ctx.setNow('2026-12-20T12:00:00.000Z');
    expect(await find(ctx, 'exemptions-expiring')).toHaveLength(1);
    const { openClaims } = await readOverview(ctx, { platform });
    expect(openClaims.map(({ criterion, need }) => [criterion, need])).toEqual([['INT-2.x', 'renewal']]);
  });

  test('that was withdrawn stays so when an older version is adopted again', async () => {
    const ctx = await start(makeDb);
    const { items } = await readRegister(ctx, { platform });
    const id = items.find(({ criterion }) => criterion === 'INT-2.x')?.id ?? '';
    ctx.setNow('2026-11-25T12:00:00.000Z');
    await withdrawExemption(ctx, { id });
    ctx.setNow('2026-11-26T12:00:00.000Z');
    await adoptVersion(ctx, { platform, rubric: SHIPPED });
    expect((await readRegister(ctx, { platform })).items.map(nameOf)).toEqual([['INT-2.c', 'over']]);
  });
});
