import { expect, test } from 'vitest';
import { importPemm } from '#server/self-assessment/import-pemm.ts';
import { previewPemm } from '#server/self-assessment/preview-pemm.ts';
import { readSelfAssessment } from '#server/self-assessment/read-self-assessment.ts';
import { saveClaims } from '#server/self-assessment/save-claims.ts';
import { claimsContext, OWNER } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const platform = 'payments';
const LINK =
  'https://pemm.example.org/results?investment_1=1&investment_2=1&investment_3=2&investment_4=1&interfaces_1=2&interfaces_2=3&interfaces_3=3&interfaces_4=4&v=0.9.0';

onBothDatabases('the import of a link of the community assessment', (makeDb) => {
  test('is shown before anything is stored', async () => {
    const db = await makeDb();
    const ctx = await claimsContext(db);
    await saveClaims(ctx, { platform, claims: [{ aspect: 'interfaces', capability: null, claimed: 2 }] });
    const { aspects, version } = await previewPemm(ctx, { platform, link: LINK });
    expect(version).toBe('0.9.0');
    expect(aspects.find(({ aspect }) => aspect === 'interfaces')).toMatchObject({
      ...{ name: 'Interfaces', mean: 3, claimed: 3, before: 2, after: 3 },
    });
    expect(await db.selectFrom('selfAssessmentImport').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('selfAssessment').selectAll().execute()).toHaveLength(1);
  });

  test('becomes claims for the platform that say where they come from', async () => {
    const db = await makeDb();
    const ctx = await claimsContext(db);
    await importPemm(ctx, { platform, link: LINK });
    const { claims } = await readSelfAssessment(ctx, { platform });
    expect(claims.map(({ aspect, capability, claimed }) => [aspect, capability, claimed])).toEqual([
      ['adoption', null, null],
      ['interfaces', null, 3],
      ['investment', null, 1],
      ['measurement', null, null],
      ['operations', null, null],
    ]);
    expect(claims[0]).toMatchObject({ source: 'pemm', version: '0.9.0', answeredBy: 'Name of erin' });
    expect(ctx.rescored).toEqual(['payments']);
  });

  test('keeps the answers of the link and its version, not the link', async () => {
    const db = await makeDb();
    const ctx = await claimsContext(db);
    await importPemm(ctx, { platform, link: LINK });
    const kept = await db.selectFrom('selfAssessmentImport').selectAll().executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ source: 'pemm', version: '0.9.0', importedBy: 'erin' });
    expect(JSON.parse(kept.answers)).toEqual({
      ...{ investment_1: 1, investment_2: 1, investment_3: 2, investment_4: 1 },
      ...{ interfaces_1: 2, interfaces_2: 3, interfaces_3: 3, interfaces_4: 4 },
    });
    const audit = await db.selectFrom('auditEntry').select(['action', 'subject', 'detail']).execute();
    expect(audit).toMatchObject([{ action: 'self-assessment.import', subject: 'pemm' }]);
    expect(JSON.parse(audit[0]?.detail ?? '')).toEqual({
      ...{ version: '0.9.0', investment: 1, interfaces: 3 },
      ...{ adoption: 'not known', operations: 'not known', measurement: 'not known' },
    });
    expect(JSON.stringify([kept, audit])).not.toContain('example.org');
  });

  test('an aspect without an answer takes nothing away from what was said before', async () => {
    const ctx = await claimsContext(await makeDb());
    await saveClaims(ctx, { platform, claims: [{ aspect: 'adoption', capability: null, claimed: 3.5 }] });
    ctx.setNow('2026-11-23T12:00:00.000Z');
    const { aspects } = await importPemm(ctx, { platform, link: LINK });
    expect(aspects.find(({ aspect }) => aspect === 'adoption')).toMatchObject({ mean: null, before: 3.5, after: 3.5 });
    const { claims } = await readSelfAssessment(ctx, { platform });
    expect(claims.find(({ aspect }) => aspect === 'adoption')).toMatchObject({ claimed: 3.5, source: null });
  });

  test('leaves what was said of a single capability alone', async () => {
    const ctx = await claimsContext(await makeDb());
    await saveClaims(ctx, { platform, claims: [{ aspect: 'interfaces', capability: 'data', claimed: 1 }] });
    await importPemm(ctx, { platform, link: LINK });
    const { claims } = await readSelfAssessment(ctx, { platform });
    expect(claims.find(({ capability }) => capability === 'data')).toMatchObject({ claimed: 1 });
  });

  test('needs somebody who may speak for the platform, and a link that can be read', async () => {
    const db = await makeDb();
    const ctx = await claimsContext(db);
    await expect(importPemm(ctx.as(OWNER), { platform, link: LINK })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(importPemm(ctx, { platform, link: '?investment_1=7' })).rejects.toThrow('"investment_1" is "7"');
    expect(await db.selectFrom('selfAssessmentImport').selectAll().execute()).toEqual([]);
  });
});
