import { describe, expect, test } from 'vitest';
import { readRound } from '#server/rating-rounds/read-round.ts';
import { recordConsensus, recordConsensusInput } from '#server/rating-rounds/record-consensus.ts';
import { revealRound } from '#server/rating-rounds/reveal-round.ts';
import { readSelfAssessment } from '#server/self-assessment/read-self-assessment.ts';
import { openTestRound, rate, roundContext, someone } from '#tests/support/build-rating-round.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const platform = 'payments';
const why = 'Two teams still open tickets.';
const agree = (ctx: TestContext, round: string, rating: number | null, capability: string | null = null) =>
  recordConsensus(ctx, { platform, round, consensus: [{ aspect: 'interfaces', capability, rating, why }] });

async function revealed(ctx: TestContext, given: object = {}): Promise<string> {
  const round = await openTestRound(ctx, ['ada', 'ben'], given);
  await rate(ctx, round, 'ada', [2, 1, 1, 2, 1]);
  await rate(ctx, round, 'ben', [2, 2, 3, 2, 1]);
  await revealRound(ctx, { platform, round });
  return round;
}

onBothDatabases('what was agreed', (makeDb) => {
  test('may be said anew twenty times, as all of it stays', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await revealed(ctx);
    for (let time = 0; time < 20; time += 1) {
      ctx.setNow(`2026-11-24T09:00:${String(time).padStart(2, '0')}.000Z`);
      await agree(ctx, round, time % 2 === 0 ? 2 : 3);
    }
    ctx.setNow('2026-11-24T10:00:00.000Z');
    await expect(agree(ctx, round, 1)).rejects.toMatchObject({ code: 'CONFLICT' });
    const { result } = await readRound(ctx, { platform, round });
    expect(result?.units.find(({ aspect }) => aspect === 'interfaces')?.consensus).toHaveLength(20);
  });

  test('stands beside the first ratings and becomes the claim', async () => {
    const db = await makeDb();
    const ctx = await roundContext(db);
    const round = await revealed(ctx);
    ctx.setNow('2026-11-24T09:00:00.000Z');
    expect(await agree(ctx, round, 2)).toEqual({ recorded: 1, claimsChanged: 1 });
    const { result } = await readRound(ctx, { platform, round });
    const unit = result?.units.find(({ aspect }) => aspect === 'interfaces');
    expect(unit?.ratings?.map(({ rating }) => rating)).toEqual([1, 3]);
    expect(unit?.consensus).toEqual([
      { rating: 2, why, recordedAt: '2026-11-24T09:00:00.000Z', recordedBy: 'Name of erin' },
    ]);
    const { claims } = await readSelfAssessment(ctx, { platform });
    expect(claims).toEqual([
      {
        ...{ aspect: 'interfaces', capability: null, claimed: 2, answeredBy: 'Name of erin' },
        ...{ answeredAt: '2026-11-24T09:00:00.000Z', source: 'rating-round', version: null },
      },
    ]);
    expect(ctx.rescored).toEqual(['payments']);
    const audit = await db.selectFrom('auditEntry').selectAll().where('action', '=', 'rating-round.agree').execute();
    expect(audit.map(({ subject, detail }) => [subject, JSON.parse(detail)])).toEqual([
      [round, { title: 'Autumn', interfaces: 2 }],
    ]);
  });

  test('may change; what was agreed before stays', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await revealed(ctx);
    await agree(ctx, round, 2);
    ctx.setNow('2026-11-25T09:00:00.000Z');
    await agree(ctx, round, null);
    const { result } = await readRound(ctx, { platform, round });
    const unit = result?.units.find(({ aspect }) => aspect === 'interfaces');
    expect(unit?.consensus.map(({ rating }) => rating)).toEqual([null, 2]);
    const { claims } = await readSelfAssessment(ctx, { platform });
    expect(claims.map(({ claimed }) => claimed)).toEqual([null]);
  });

  test('is recorded by editors, and by owners for their own capabilities', async () => {
    const db = await makeDb();
    const ctx = await roundContext(db);
    const round = await openTestRound(ctx, ['ada', 'ben'], { aspects: ['interfaces'], capabilities: [null, 'data'] });
    const rows = ['ada', 'ben'].flatMap((userId) =>
      ['', 'data'].map((capability) => ({
        ...{ roundId: round, userId, aspect: 'interfaces', capability, rating: 2, evidence: null },
      })),
    );
    await db.insertInto('rating').values(rows).execute();
    await db.updateTable('ratingRound').set({ state: 'revealed' }).execute();
    const owner = ctx.as(someone('olga'));
    await expect(agree(owner, round, 3)).rejects.toThrow('another team');
    expect(await agree(owner, round, 3, 'data')).toEqual({ recorded: 1, claimsChanged: 1 });
    await expect(agree(ctx.as(someone('ada')), round, 3)).rejects.toThrow('owner');
    await db.updateTable('capability').set({ state: 'archived' }).where('key', '=', 'data').execute();
    await expect(agree(ctx, round, 2, 'data')).rejects.toThrow('no capability "data"');
  });

  test('waits for the reveal and stays with what was rated', async () => {
    const ctx = await roundContext(await makeDb());
    const open = await openTestRound(ctx, ['ada', 'ben']);
    await expect(agree(ctx, open, 2)).rejects.toThrow('after the reveal');
    const round = await revealed(ctx);
    await expect(agree(ctx, round, 2, 'data')).rejects.toThrow('not rated in this round');
    expect(await ctx.db.selectFrom('ratingConsensus').selectAll().execute()).toEqual([]);
  });
});

describe('a consensus', () => {
  test.each(['', '   '])('needs a reason, not %j', (reason) => {
    const consensus = [{ aspect: 'interfaces', capability: null, rating: 2, why: reason }];
    expect(recordConsensusInput.safeParse({ platform, round: 'one', consensus }).success).toBe(false);
  });
});
