import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '#rubrics/evidence/load-bundle.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { decideCriteria } from '#rubrics/scoring/criterion.ts';
import { planFor } from '#rubrics/scoring/plan.ts';
import { findPlatform } from '#server/catalogue/find-platform.ts';
import { assembleBundle } from '#server/evidence/assemble-bundle.ts';
import { foldDays } from '#server/evidence/fold-days.ts';
import { readEvidence } from '#server/evidence/read-evidence.ts';
import { rubricOf } from '#server/rubrics/rubric-of.ts';
import { insertPlatformWithCapabilities, record } from '#tests/support/build-evidence.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { type TestContext, testContext } from '#tests/support/test-context.ts';

const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** Kept apart by a label, values of which every one is kept, levels that carry over, sums; the first two are read by limiters. */
const METRICS = [
  { metric: 'self-service-rate', most: 1 },
  { metric: 'bypass', most: 1 },
  { metric: 'channel-share', most: 1, label: 'channel' },
  { metric: 'change-lead-time', most: 1e6, label: 'service' },
  { metric: 'fulfilment-latency', most: 1e5 },
  { metric: 'team-adoption', most: 1 },
  { metric: 'support-load', most: 1 },
] as const;

const arbitrarySample = fc
  .record({
    of: fc.constantFrom(...METRICS),
    capability: fc.constantFrom('data', 'build-test'),
    team: fc.constantFrom(undefined, 'ledger', 'checkout'),
    label: fc.constantFrom('portal', 'chat', null),
    // mostly recent, some older than what a bundle holds
    age: fc.oneof(
      fc.integer({ min: 1, max: 30 * DAY_HOURS }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 900 * DAY_HOURS }),
    ),
    share: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ of, label, age, share, team, capability }) => ({
    ...{ metric: of.metric, capability, value: (share / 40) * of.most },
    ...(team === undefined ? {} : { team }),
    ...('label' in of && label !== null ? { labels: { [of.label]: label } } : {}),
    at: new Date(NOW - age * HOUR_MS).toISOString(),
  }));

/** What arrives together, so many hours before now, and whether it is folded at once. */
const arbitraryDelivery = fc.record({
  samples: fc.array(arbitrarySample, { minLength: 1, maxLength: 30 }),
  hoursAgo: fc.integer({ min: 0, max: 60 }),
  fold: fc.boolean(),
});

/** What people said: answers, exemptions and claims, some of them after the instants that are asked about. */
const arbitraryClaim = fc
  .record({
    kind: fc.constantFrom('answer', 'exemption', 'level'),
    criterion: fc.constantFrom('INV-2.a', 'INV-2.c', 'ADO-2.a'),
    capability: fc.constantFrom('data', 'build-test', null),
    reviewed: fc.boolean(),
    hoursAgo: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ hoursAgo, ...rest }) => ({ ...rest, at: new Date(NOW - hoursAgo * HOUR_MS).toISOString() }));
type Claim = typeof arbitraryClaim extends fc.Arbitrary<infer One> ? One : never;

async function insertClaim({ db }: TestContext, platformId: string, claim: Claim, index: number): Promise<void> {
  const { kind, criterion, capability, reviewed, at } = claim;
  const own = { id: `${platformId} ${index}`, platformId, criterion, capability, selfApproved: 0 };
  const expiresAt = '2027-01-01T00:00:00.000Z';
  if (kind === 'answer') {
    const review = reviewed
      ? { review: 'accepted' as const, reviewedAt: at, reviewedBy: 'bob' }
      : { review: 'awaiting' as const, reviewedAt: null, reviewedBy: null };
    const said = { answer: 'yes', link: null, note: null, answeredBy: 'ann', answeredAt: at, reviewNote: null };
    await db
      .insertInto('attestation')
      .values({ ...own, ...said, ...review, expiresAt })
      .execute();
  } else if (kind === 'exemption') {
    const asked = { kind: 'exemption' as const, reason: 'soon', requestedBy: 'ann', requestedAt: at };
    const decided = { decision: 'approved' as const, decidedBy: 'bob', decidedAt: at, decisionNote: null };
    await db
      .insertInto('exemption')
      .values({ ...own, ...asked, ...decided, expiresAt })
      .execute();
  } else {
    const said = { claimed: reviewed ? 2.5 : null, answeredBy: 'ann', answeredAt: at, importId: null };
    await db
      .insertInto('selfAssessment')
      .values({ platformId, aspect: 'adoption', capability: capability ?? '', ...said })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Everything that scoring can see of evidence, as plain data. */
function describe({ columns, series, ...rest }: Evidence) {
  const rowsOf = (start: number, end: number) =>
    Array.from({ length: end - start }, (_, i) => {
      const at = start + i;
      const { day, last, lastAtMs, lastReceivedAtMs, sum, count, min, max } = columns;
      const numbers = [day, last, lastAtMs, lastReceivedAtMs, sum, count, min, max].map((column) => column[at]);
      return [...numbers, columns.values(at)];
    });
  return {
    ...{ asOf: rest.asOf, asOfMs: rest.asOfMs, asOfDay: rest.asOfDay, settings: rest.settings },
    settingsKey: rest.settingsKey,
    series: new Map(
      [...series].map(([key, list]) => [
        key,
        list.map(({ start, end, labels, source }) => ({ labels, source, rows: rowsOf(start, end) })),
      ]),
    ),
    claims: [rest.surveys, rest.attestations, rest.sourceErrors, rest.exemptions, rest.notApplicable, rest.claims],
  };
}

async function expectSame(ctx: TestContext, ids: string[], asOf: Date) {
  const platforms = await Promise.all(ids.map((id) => findPlatform(ctx, id)));
  const many = await readEvidence(ctx.db, {
    platforms: platforms.map((platform) => ({ id: platform.id, rubric: rubricOf(platform) })),
    asOf,
  });
  for (const platform of platforms) {
    const rubric = rubricOf(platform);
    const plain = loadBundle(await assembleBundle(ctx.db, { platform, rubric, asOf }));
    const fast = many.get(platform.id)?.();
    if (fast === undefined) throw new Error(`Nothing was read of ${platform.id}.`);
    expect(describe(fast)).toEqual(describe(plain));
    expect(decideCriteria(planFor(rubric, fast), fast)).toEqual(decideCriteria(planFor(rubric, plain), plain));
  }
}

onBothDatabases('the evidence of many platforms', (makeDb) => {
  test('is that of their bundles, whatever arrived, when, and whether it is folded', { timeout: 120_000 }, async () => {
    const db = await makeDb();
    let runs = 0;
    const one = fc.record({
      deliveries: fc.array(arbitraryDelivery, { maxLength: 5 }),
      claims: fc.array(arbitraryClaim, { maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.tuple(one, one), async (both) => {
        runs += 1;
        const ids = both.map((_, i) => `platform-${runs}-${i}`);
        const ctx = testContext(db);
        for (const [i, { deliveries, claims }] of both.entries()) {
          const id = ids[i] ?? '';
          await insertPlatformWithCapabilities(db, id);
          for (const [index, claim] of claims.entries()) await insertClaim(ctx, id, claim, index);
          for (const { samples, hoursAgo, fold } of deliveries.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
            const now = NOW - hoursAgo * HOUR_MS;
            ctx.setNow(new Date(now).toISOString());
            const known = samples.filter(({ at }) => Date.parse(at) <= now);
            if (known.length > 0)
              await record(
                ctx,
                known.map((one) => ({ ...one, platform: id })),
              );
            if (fold) await foldDays(db, id);
          }
        }
        for (const hoursAgo of [0, 7, 33]) await expectSame(ctx, ids, new Date(NOW - hoursAgo * HOUR_MS));
      }),
      { numRuns: 12 },
    );
  });

  test.each([
    ['folded', 2, true],
    ['waiting to be folded', 2, false],
    ['older than what a bundle holds', 500 * DAY_HOURS, true],
  ])('a series that comes after others were read is seen: %s', async (_, hoursAgo, fold) => {
    const ctx = testContext(await makeDb());
    await insertPlatformWithCapabilities(ctx.db);
    const give = (team: string, age: number) =>
      record(ctx, [{ metric: 'bypass', team, value: 0.5, at: new Date(NOW - age * HOUR_MS).toISOString() }]);
    ctx.setNow(new Date(NOW).toISOString());
    for (const team of ['ledger', 'checkout']) {
      await give(team, 30);
      await foldDays(ctx.db, 'payments');
      await expectSame(ctx, ['payments'], new Date(NOW));
    }
    await give('search', hoursAgo);
    if (fold) await foldDays(ctx.db, 'payments');
    await expectSame(ctx, ['payments'], new Date(NOW));
  });
});
