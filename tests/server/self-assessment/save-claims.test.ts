import { expect, test } from 'vitest';
import { readSelfAssessment } from '#server/self-assessment/read-self-assessment.ts';
import { saveClaims } from '#server/self-assessment/save-claims.ts';
import { claimsContext, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { token } from '#tests/support/test-context.ts';

const platform = 'payments';
const say = (aspect: string, claimed: number | null, capability: string | null = null) => ({
  platform,
  claims: [{ aspect, capability, claimed }],
});

onBothDatabases('the self-assessment', (makeDb) => {
  test('keeps a claim for the platform and one of a capability that differs, and scores anew', async () => {
    const ctx = await claimsContext(await makeDb());
    await saveClaims(ctx, say('interfaces', 2.5));
    await saveClaims(ctx, say('interfaces', 4, 'data'));
    await saveClaims(ctx, say('adoption', null));
    const { claims } = await readSelfAssessment(ctx, { platform });
    const who = { answeredBy: 'Name of erin', answeredAt: '2026-11-22T12:00:00.000Z', source: null, version: null };
    expect(claims).toEqual([
      { aspect: 'adoption', capability: null, claimed: null, ...who },
      { aspect: 'interfaces', capability: null, claimed: 2.5, ...who },
      { aspect: 'interfaces', capability: 'data', claimed: 4, ...who },
    ]);
    expect(ctx.rescored).toEqual(['payments', 'payments', 'payments']);
  });

  test('remembers what was claimed before, and says nothing twice', async () => {
    const db = await makeDb();
    const ctx = await claimsContext(db);
    await saveClaims(ctx, say('interfaces', 2));
    ctx.setNow('2026-11-23T12:00:00.000Z');
    expect(await saveClaims(ctx, say('interfaces', 2))).toEqual({ changed: 0 });
    expect(await saveClaims(ctx, say('interfaces', 3))).toEqual({ changed: 1 });
    const rows = await db
      .selectFrom('selfAssessment')
      .select(['claimed', 'answeredAt'])
      .orderBy('answeredAt')
      .execute();
    expect(rows).toEqual([
      { claimed: 2, answeredAt: '2026-11-22T12:00:00.000Z' },
      { claimed: 3, answeredAt: '2026-11-23T12:00:00.000Z' },
    ]);
    const audit = await db.selectFrom('auditEntry').select(['action', 'detail']).orderBy('at').execute();
    expect(audit.map(({ action, detail }) => [action, JSON.parse(detail)])).toEqual([
      ['self-assessment.answer', { interfaces: 2 }],
      ['self-assessment.answer', { interfaces: 3 }],
    ]);
    expect(ctx.rescored).toHaveLength(2);
  });

  test('of a capability is as for the platform again once it is taken back', async () => {
    const db = await makeDb();
    const ctx = await claimsContext(db);
    await saveClaims(ctx, say('interfaces', 4, 'data'));
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await saveClaims(ctx, say('interfaces', null, 'data'));
    expect((await readSelfAssessment(ctx, { platform })).claims).toEqual([]);
    expect(await saveClaims(ctx, say('adoption', null, 'data'))).toEqual({ changed: 0 });
    const [, taken] = await db.selectFrom('auditEntry').select('detail').orderBy('at').execute();
    expect(JSON.parse(taken?.detail ?? '')).toEqual({ 'data/interfaces': 'as for the platform' });
  });

  test('many answers at once leave one entry in the audit log', async () => {
    const db = await makeDb();
    const ctx = await claimsContext(db);
    const claims = ['investment', 'adoption', 'interfaces'].map((aspect) => ({
      aspect,
      capability: null,
      claimed: 1.5,
    }));
    expect(await saveClaims(ctx, { platform, claims })).toEqual({ changed: 3 });
    expect(await db.selectFrom('auditEntry').selectAll().execute()).toHaveLength(1);
    expect(ctx.rescored).toHaveLength(1);
  });

  test('an owner speaks for the capabilities of their team, and for nothing else', async () => {
    const ctx = (await claimsContext(await makeDb())).as(OWNER);
    expect(await saveClaims(ctx, say('interfaces', 3, 'data'))).toEqual({ changed: 1 });
    await expect(saveClaims(ctx, say('interfaces', 3, 'build-test'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(saveClaims(ctx, say('interfaces', 3))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const read = await readSelfAssessment(ctx, { platform });
    expect(read.mayAnswer).toBe(false);
    expect(read.capabilities.filter(({ mayAnswer }) => mayAnswer).map(({ key }) => key)).toEqual(['data']);
  });

  test('of several claims in one call one that is refused keeps all of them out', async () => {
    const db = await makeDb();
    const ctx = (await claimsContext(db)).as(OWNER);
    const claims = [
      { aspect: 'interfaces', capability: 'data', claimed: 3 },
      { aspect: 'interfaces', capability: 'build-test', claimed: 3 },
    ];
    await expect(saveClaims(ctx, { platform, claims })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await db.selectFrom('selfAssessment').selectAll().execute()).toEqual([]);
  });

  test('a viewer reads and does not write; a token needs the scope', async () => {
    const ctx = await claimsContext(await makeDb());
    await expect(saveClaims(ctx.as(VIEWER), say('interfaces', 3))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(saveClaims(ctx.as(token(['read'])), say('interfaces', 3))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await saveClaims(ctx.as(token(['attestations:write'])), say('interfaces', 3))).toEqual({ changed: 1 });
    expect((await readSelfAssessment(ctx.as(VIEWER), { platform })).claims).toHaveLength(1);
  });

  test.each([
    [[{ aspect: 'elegance', capability: null, claimed: 2 }], 'There is no aspect "elegance"'],
    [[{ aspect: 'interfaces', capability: 'teleportation', claimed: 2 }], 'has no capability "teleportation"'],
    [
      [
        { aspect: 'interfaces', capability: null, claimed: 2 },
        { aspect: 'interfaces', capability: null, claimed: 3 },
      ],
      '"interfaces" stands twice',
    ],
  ])('%j is refused by name', async (claims, sentence) => {
    const ctx = await claimsContext(await makeDb());
    await expect(saveClaims(ctx, { platform, claims })).rejects.toThrow(sentence);
  });
});
