import type { Insertable, Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { AttestationTable, Database, ExemptionTable } from '#db/schema.ts';
import { assembleClaims } from '#server/evidence/assemble-claims.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { buildRubric } from '#tests/support/build-rubric.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const QUERY = {
  ...{ platformId: 'payments', asOf: '2026-11-22T12:00:00.000Z' },
  ...{ capabilities: new Set(['build-test']), rubric: buildRubric([]) },
};

function attestation(given: Partial<Insertable<AttestationTable>> & { id: string }): Insertable<AttestationTable> {
  return {
    platformId: 'payments',
    criterion: 'INV-2.a',
    capability: 'build-test',
    answer: 'yes',
    link: 'https://wiki.example/x',
    note: 'a note that stays here',
    answeredBy: 'ann@example.org',
    answeredAt: '2026-11-01T00:00:00.000Z',
    reviewedBy: 'bob@example.org',
    reviewedAt: '2026-11-02T00:00:00.000Z',
    review: 'accepted',
    reviewNote: null,
    selfApproved: 0,
    expiresAt: '2027-11-01T00:00:00.000Z',
    ...given,
  };
}

function exemption(given: Partial<Insertable<ExemptionTable>> & { id: string }): Insertable<ExemptionTable> {
  return {
    platformId: 'payments',
    kind: 'exemption',
    criterion: 'INV-2.a',
    capability: null,
    reason: 'a reason that stays here',
    requestedBy: 'ann@example.org',
    requestedAt: '2026-11-01T00:00:00.000Z',
    decidedBy: 'bob@example.org',
    decidedAt: '2026-11-02T00:00:00.000Z',
    decision: 'approved',
    decisionNote: null,
    selfApproved: 0,
    expiresAt: '2026-12-01T00:00:00.000Z',
    ...given,
  };
}

const awaiting = { review: 'awaiting' as const, reviewedBy: null, reviewedAt: null };
const insert = (db: Kysely<Database>, rows: Insertable<AttestationTable>[]) =>
  db.insertInto('attestation').values(rows).execute();

onBothDatabases('what people said', (makeDb) => {
  test('of one criterion the newest reviewed answer is there, and a newer one that awaits its review', async () => {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    await insert(db, [
      attestation({ id: '1', answeredAt: '2026-10-01T00:00:00.000Z' }),
      attestation({ id: '2' }),
      attestation({ id: '3', answeredAt: '2026-11-10T00:00:00.000Z', ...awaiting }),
      attestation({ id: '4', answeredAt: '2026-11-11T00:00:00.000Z', review: 'rejected' }),
      attestation({ id: '5', answeredAt: '2026-11-12T00:00:00.000Z', ...awaiting }),
      attestation({ id: '6', answeredAt: '2026-11-23T00:00:00.000Z' }),
      attestation({ id: '7', capability: 'gone' }),
    ]);
    const { attestations } = await assembleClaims(db, QUERY);
    expect(attestations.map(({ answeredAt, reviewedAt }) => [answeredAt, reviewedAt])).toEqual([
      ['2026-11-12T00:00:00.000Z', null],
      ['2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
    ]);
    expect(JSON.stringify(attestations)).not.toMatch(/example\.org|note/);
  });

  test('a review after the instant has not happened yet, whatever it said', async () => {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    await insert(db, [
      attestation({ id: '1', criterion: 'INV-2.a', reviewedAt: '2026-11-23T00:00:00.000Z' }),
      attestation({ id: '2', criterion: 'INV-2.b', reviewedAt: '2026-11-23T00:00:00.000Z', review: 'rejected' }),
    ]);
    const { attestations } = await assembleClaims(db, QUERY);
    expect(attestations.map(({ criterion, reviewedAt }) => [criterion, reviewedAt])).toEqual([
      ['INV-2.a', null],
      ['INV-2.b', null],
    ]);
  });

  test('a no needs no review and counts at once', async () => {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    const no = { answer: 'no', review: 'not_needed' as const, reviewedBy: null, reviewedAt: null };
    await insert(db, [
      attestation({ id: '1' }),
      attestation({ id: '2', answeredAt: '2026-11-10T00:00:00.000Z', ...no }),
    ]);
    const { attestations } = await assembleClaims(db, QUERY);
    expect(attestations.map(({ answer }) => answer)).toEqual(['no']);
  });

  test('only what was approved by then and is in force is there, once a criterion', async () => {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    const rows = [
      exemption({ id: '1' }),
      exemption({ id: '2', decidedAt: '2026-11-05T00:00:00.000Z', selfApproved: 1 }),
      exemption({ id: '3', criterion: 'INV-2.b', decision: 'awaiting', decidedAt: null }),
      exemption({ id: '4', criterion: 'INV-2.c', decision: 'declined' }),
      exemption({ id: '5', criterion: 'INV-2.d', expiresAt: '2026-11-22T12:00:00.000Z' }),
      exemption({ id: '6', criterion: 'INV-2.e', decidedAt: '2026-11-23T00:00:00.000Z' }),
      exemption({ id: '7', criterion: 'INV-2.f', kind: 'not_applicable', expiresAt: null, capability: 'build-test' }),
    ];
    await db.insertInto('exemption').values(rows).execute();
    const { exemptions, notApplicable } = await assembleClaims(db, QUERY);
    expect(exemptions).toEqual([
      {
        criterion: 'INV-2.a',
        capability: null,
        approvedAt: '2026-11-05T00:00:00.000Z',
        expiresAt: '2026-12-01T00:00:00.000Z',
        selfApproved: true,
      },
    ]);
    expect(notApplicable).toEqual([
      { criterion: 'INV-2.f', capability: 'build-test', approvedAt: '2026-11-02T00:00:00.000Z', selfApproved: false },
    ]);
  });

  test('what was ended or approved later does not show in a past answer', async () => {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    await insert(db, [
      attestation({ id: '1', reviewedBy: 'ann@example.org', reviewedAt: '2026-11-23T00:00:00.000Z', selfApproved: 1 }),
    ]);
    const ended = { expiresAt: '2026-11-23T00:00:00.000Z', approvedUntil: '2026-12-01T00:00:00.000Z' };
    await db
      .insertInto('exemption')
      .values(exemption({ id: '1', ...ended }))
      .execute();
    const { attestations, exemptions } = await assembleClaims(db, QUERY);
    expect(attestations).toMatchObject([{ reviewedAt: null, selfApproved: false }]);
    expect(exemptions).toMatchObject([{ expiresAt: '2026-12-01T00:00:00.000Z' }]);
    const later = await assembleClaims(db, { ...QUERY, asOf: '2026-11-23T00:00:00.000Z' });
    expect(later.exemptions).toEqual([]);
    expect(later.attestations).toMatchObject([{ selfApproved: true }]);
  });

  test('the self-assessment says null for the platform as a whole', async () => {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    const row = { platformId: 'payments', answeredBy: 'ann@example.org', answeredAt: '2026-11-01T00:00:00.000Z' };
    await db
      .insertInto('selfAssessment')
      .values([
        { ...row, aspect: 'interfaces', capability: '', claimed: 2.5 },
        { ...row, aspect: 'adoption', capability: 'build-test', claimed: null },
      ])
      .execute();
    const { selfAssessment } = await assembleClaims(db, QUERY);
    expect(selfAssessment.toSorted((a, b) => (a.aspect < b.aspect ? -1 : 1))).toEqual([
      { aspect: 'adoption', capability: 'build-test', claimed: null },
      { aspect: 'interfaces', capability: null, claimed: 2.5 },
    ]);
  });

  test('of several claims about one place the newest by then holds, and a past answer stays', async () => {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    const row = { platformId: 'payments', answeredBy: 'ann@example.org', aspect: 'interfaces', capability: '' };
    const days = [
      ['2026-11-01', 2],
      ['2026-11-10', 3.5],
      ['2026-11-23', null],
    ] as const;
    for (const [day, claimed] of days) {
      const answeredAt = `${day}T00:00:00.000Z`;
      await db
        .insertInto('selfAssessment')
        .values({ ...row, claimed, answeredAt })
        .execute();
    }
    const claimedBy = async (asOf: string) =>
      (await assembleClaims(db, { ...QUERY, asOf })).selfAssessment.map(({ claimed }) => claimed);
    expect(await claimedBy('2026-10-31T00:00:00.000Z')).toEqual([]);
    expect(await claimedBy('2026-11-01T00:00:00.000Z')).toEqual([2]);
    expect(await claimedBy('2026-11-22T12:00:00.000Z')).toEqual([3.5]);
    expect(await claimedBy('2026-11-23T00:00:00.000Z')).toEqual([null]);
  });
});
