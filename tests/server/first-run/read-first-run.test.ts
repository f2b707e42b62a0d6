import { expect, test } from 'vitest';
import { readFirstRun } from '#server/first-run/read-first-run.ts';
import { saveClaims } from '#server/self-assessment/save-claims.ts';
import { claimsContext, VIEWER } from '#tests/support/build-claims.ts';
import { record } from '#tests/support/build-evidence.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const platform = 'payments';
const ASPECTS = ['investment', 'adoption', 'interfaces', 'operations', 'measurement'];

onBothDatabases('the way to the first picture', (makeDb) => {
  test('begins with the capabilities and goes on where it was left', async () => {
    const ctx = await claimsContext(await makeDb());
    expect(await readFirstRun(ctx, { platform })).toEqual({
      ...{ inFirstRun: true, mayEdit: true, mayInvite: false, capabilities: 13, aspects: 5 },
      ...{ open: ASPECTS, claimed: false, next: 'capabilities' },
    });
    await saveClaims(ctx, { platform, claims: [{ aspect: 'adoption', capability: null, claimed: 2 }] });
    expect(await readFirstRun(ctx, { platform })).toMatchObject({
      ...{ open: ['investment', 'interfaces', 'operations', 'measurement'], claimed: true, next: 'self-assessment' },
    });
  });

  test('"don’t know" is an answer, and claims nothing', async () => {
    const ctx = await claimsContext(await makeDb());
    const claims = ASPECTS.map((aspect) => ({ aspect, capability: null, claimed: null }));
    await saveClaims(ctx, { platform, claims });
    expect(await readFirstRun(ctx, { platform })).toMatchObject({ open: [], claimed: false, next: 'picture' });
  });

  test('ends with the first piece of evidence', async () => {
    const ctx = await claimsContext(await makeDb());
    await record(ctx, [{ capability: 'data' }]);
    expect(await readFirstRun(ctx.as(VIEWER), { platform })).toMatchObject({ inFirstRun: false, mayEdit: false });
  });
});
