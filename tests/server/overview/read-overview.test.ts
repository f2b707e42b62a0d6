import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { saveCapability } from '#server/catalogue/save-capability.ts';
import { readOverview } from '#server/overview/read-overview.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { countStatements } from '#tests/support/count-statements.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

const PLATFORM = { platform: 'payments' };

async function insertDays(db: Kysely<Database>, days: number): Promise<void> {
  const start = Date.parse('2026-11-21T00:00:00Z');
  const rows = Array.from({ length: days }, (_, back) => {
    const at = new Date(start - back * 86_400_000).toISOString();
    return {
      ...{ platformId: 'payments', day: at.slice(0, 10), asOf: at },
      ...{ rubricId: 'cncf-platform', rubricVersion: '1.0.0', rubricSha256: 'x', cells: '[]', flips: '[]' },
      ...{ percentToTarget: 0.5, percentLow: 0.4, percentHigh: 0.6 },
    };
  });
  for (let from = 0; from < rows.length; from += 500) {
    await db
      .insertInto('scorecardDay')
      .values(rows.slice(from, from + 500))
      .execute();
  }
}

onBothDatabases('the overview', (makeDb) => {
  test('shows every capability with its cells and its way to target, and the best next steps', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    const { scorecard, insights, aspects, failure } = await readOverview(ctx, PLATFORM);
    expect(failure).toBeNull();
    expect(scorecard?.rows.map(({ key }) => key)).toContain('build-test');
    expect(scorecard?.rows.every(({ cells }) => cells.length === aspects.length)).toBe(true);
    expect(insights?.moved).toBeNull();
    const [first] = insights?.steps ?? [];
    expect(first?.holds).toBeGreaterThan(0);
    expect(insights?.claims[first?.criterion ?? '']).toBeTruthy();
  });

  test('says what moved since the newest published quarter, and by whose decision', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    const { id } = await freezeAssessment(ctx, { ...PLATFORM, period: '2026-Q4' });
    await publishAssessment(ctx, { ...PLATFORM, id });
    ctx.setNow('2026-11-24T12:00:00.000Z');
    await saveCapability(ctx, { ...PLATFORM, key: 'data', state: 'not_offered' });
    await ctx.rescore('payments');
    const { insights } = await readOverview(ctx, PLATFORM);
    expect(insights?.moved).toMatchObject({ since: { period: '2026-Q4' }, rubricChanged: false });
    expect(insights?.moved?.capabilities).toEqual([{ capability: 'data', change: 'no_longer_offered', cells: 5 }]);
  });

  test('a scorecard stored before its insights were kept is shown without them', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    await ctx.db.updateTable('currentScorecard').set({ insights: null, asOf: '2026-11-22T12:00:01.000Z' }).execute();
    const { scorecard, insights } = await readOverview(ctx, PLATFORM);
    expect([scorecard === null, insights]).toEqual([false, null]);
  });

  test('a capability of which nothing is known has no way to target yet, and not none', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    const { scorecard } = await readOverview(ctx, PLATFORM);
    const wayOf = (key: string) => scorecard?.rows.find((row) => row.key === key)?.toTarget;
    expect(wayOf('security')).toBeNull();
    expect(wayOf('data')).toBeTypeOf('number');
  });

  test('says that nothing has been scored yet instead of showing zeros', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    expect(await readOverview(ctx, PLATFORM)).toMatchObject({ scorecard: null, failure: null, trend: [] });
  });

  test('shows the last good scorecard and why the newest attempt failed', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    await ctx.db
      .updateTable('currentScorecard')
      .set({ error: 'The rubric is missing.', failedAt: '2026-11-22T13:00:00.000Z' })
      .execute();
    const { scorecard, failure } = await readOverview(ctx, PLATFORM);
    expect(scorecard?.rows).not.toHaveLength(0);
    expect(failure).toEqual({ message: 'The rubric is missing.', failedAt: '2026-11-22T13:00:00.000Z' });
  });

  test('names what waits for a decision and what runs out soon, without answers that a newer one replaced', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const answer = (id: string, given: { answeredAt: string; expiresAt: string; review: 'accepted' | 'awaiting' }) => ({
      ...{ id, platformId: 'payments', criterion: 'INT-2.a', capability: 'data', answer: 'yes' },
      ...{
        link: null,
        note: null,
        answeredBy: 'ada',
        reviewedBy: null,
        reviewedAt: null,
        reviewNote: null,
        selfApproved: 0,
      },
      ...given,
    });
    const soon = '2026-11-30T00:00:00.000Z';
    await ctx.db
      .insertInto('attestation')
      .values([
        answer('replaced', { answeredAt: '2026-01-01T00:00:00.000Z', expiresAt: soon, review: 'accepted' }),
        answer('newer', { answeredAt: '2026-02-01T00:00:00.000Z', expiresAt: soon, review: 'accepted' }),
        answer('waiting', {
          answeredAt: '2025-12-01T00:00:00.000Z',
          expiresAt: '2027-01-01T00:00:00.000Z',
          review: 'awaiting',
        }),
      ])
      .execute();
    const { openClaims, moreOpenClaims } = await readOverview(ctx, PLATFORM);
    const title = expect.stringContaining('in the catalogue');
    const claim = { criterion: 'INT-2.a', capability: 'data', kind: 'attestation', title };
    expect(openClaims).toEqual([
      { ...claim, at: '2025-12-01T00:00:00.000Z', need: 'decision' },
      { ...claim, at: soon, need: 'renewal' },
    ]);
    expect(moreOpenClaims).toEqual([]);

    const later = { answeredAt: '2026-11-01T00:00:00.000Z', expiresAt: '2027-01-01T00:00:00.000Z' };
    const waiting = Array.from({ length: 9 }, (_, i) => answer(`late-${i}`, { ...later, review: 'awaiting' }));
    const gone = { ...answer('gone', { ...later, review: 'awaiting' }), criterion: 'OLD-2.a' };
    await ctx.db
      .insertInto('attestation')
      .values([...waiting, gone])
      .execute();
    const many = await readOverview(ctx, PLATFORM);
    expect(many.openClaims).toHaveLength(8);
    // ten wait, of which eight are named; the newer answers leave none to renew
    expect(many.moreOpenClaims).toEqual([{ kind: 'attestation', need: 'decision', n: 2 }]);
  });

  test('takes the same few statements whatever the history', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    await readOverview(ctx, PLATFORM);
    const short = await countStatements(ctx.db, (db) => readOverview({ ...ctx, db }, PLATFORM));
    await insertDays(ctx.db, 730);
    await ctx.db.updateTable('currentScorecard').set({ asOf: '2026-11-22T12:00:01.000Z' }).execute();
    await readOverview(ctx, PLATFORM);
    const long = await countStatements(ctx.db, (db) => readOverview({ ...ctx, db }, PLATFORM));
    expect(long.statements).toBe(short.statements);
    expect(long.statements).toBe(6);
    expect(long.result.trend.length).toBeGreaterThan(50);
    expect(long.result.trend.length).toBeLessThanOrEqual(60);
    expect(long.result.trend.at(-1)?.day).toBe('2026-11-22');
  });
});

describe('who may see the overview', () => {
  onBothDatabases('permissions', (makeDb) => {
    test('a viewer of another platform learns nothing of this one', async () => {
      const ctx = scoringContext(await makeDb());
      await insertMeasuredPlatform(ctx);
      const stranger = ctx.as(person('viewer', { platformId: 'other' }));
      await expect(readOverview(stranger, PLATFORM)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});
