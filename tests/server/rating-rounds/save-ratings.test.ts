import { describe, expect, test } from 'vitest';
import { deactivateUser } from '#server/people/deactivate-user.ts';
import { listRounds } from '#server/rating-rounds/list-rounds.ts';
import { readRound } from '#server/rating-rounds/read-round.ts';
import { revealRound } from '#server/rating-rounds/reveal-round.ts';
import { saveRatings, saveRatingsInput } from '#server/rating-rounds/save-ratings.ts';
import { ASPECTS, openTestRound, rate, roundContext, someone } from '#tests/support/build-rating-round.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, token } from '#tests/support/test-context.ts';

const platform = 'payments';

onBothDatabases('rating alone', (makeDb) => {
  test('one’s own ratings come back, changed as often as one likes until the reveal', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, ['ada', 'ben']);
    expect(await rate(ctx, round, 'ada', [2, 2.5], false)).toEqual({ rated: 2, handedIn: false });
    expect(await rate(ctx, round, 'ada', [3, null, 1, 1, 4])).toEqual({ rated: 5, handedIn: true });
    const { mine, handedIn } = await readRound(ctx.as(someone('ada')), { platform, round });
    expect(handedIn).toBe(1);
    expect(mine?.handedIn).toBe(true);
    expect(mine?.ratings.map(({ rating }) => rating)).toEqual([3, null, 1, 1, 4]);
    expect(await rate(ctx, round, 'ada', [1], false)).toEqual({ rated: 5, handedIn: true });
  });

  test('nobody else sees a rating before the reveal, wherever they look', async () => {
    const db = await makeDb();
    const ctx = await roundContext(db);
    const round = await openTestRound(ctx, ['ada', 'ben', 'erin']);
    const before = await everything(db);
    const sentence = 'The portal answers in a minute.';
    await saveRatings(
      ctx.as(someone('ada')),
      saveRatingsInput.parse({
        ...{ platform, round },
        ratings: [{ aspect: 'interfaces', capability: null, rating: 3.5, evidence: sentence }],
      }),
    );
    const admin = person('admin', { id: 'root' });
    for (const who of [someone('erin'), someone('ben'), someone('vera'), admin, token(['read', 'admin'])]) {
      const seen = JSON.stringify([
        await readRound(ctx.as(who), { platform, round }),
        await listRounds(ctx.as(who), { platform }),
      ]);
      expect(seen).not.toContain(sentence);
      expect(seen).not.toContain('3.5');
    }
    const after = await everything(db);
    expect(JSON.stringify(after)).not.toContain(sentence);
    // neither a time nor an entry in the audit log tells that somebody rated
    expect(after.auditEntry).toEqual(before.auditEntry);
    expect(after.ratingRound).toEqual(before.ratingRound);
    const without = (rows: { sealed: string | null }[]) => rows.map(({ sealed: _, ...row }) => row);
    expect(without(after.ratingAssessor)).toEqual(without(before.ratingAssessor));
    expect(after.rating).toEqual([]);
  });

  test('what is kept looks the same, however much was written and handed in', async () => {
    const db = await makeDb();
    const ctx = await roundContext(db);
    const round = await openTestRound(ctx, ['ada', 'ben', 'cleo']);
    await rate(ctx, round, 'ada', [1], false);
    await rate(ctx, round, 'ben', [2, 3.5, 4, 1, null]);
    const rows = await db.selectFrom('ratingAssessor').selectAll().execute();
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ sealed }) => sealed?.length)).size).toBe(1);
    // cleo has not begun, ada has not handed in, and ben has: nothing beside the sealed text differs
    expect(new Set(rows.map(({ handedIn, side }) => JSON.stringify([handedIn, side]))).size).toBe(1);
  });

  test('neither length nor change of what is kept tells who has rated, however much they write', async () => {
    const db = await makeDb();
    const ctx = await roundContext(db);
    const round = await openTestRound(ctx, ['ada', 'ben', 'cleo'], { capabilities: [null, 'apis', 'data'] });
    const kept = () => db.selectFrom('ratingAssessor').select(['userId', 'sealed']).orderBy('userId').execute();
    const before = await kept();
    const evidence = '"'.repeat(500);
    const ratings = [null, 'apis', 'data'].flatMap((capability) =>
      ASPECTS.map((aspect) => ({ aspect, capability, rating: 2, evidence })),
    );
    const given = saveRatingsInput.parse({ platform, round, ratings, handIn: true });
    await saveRatings(ctx.as(someone('ada')), given);
    await rate(ctx, round, 'ben', [1], false);
    const after = await kept();
    expect(after[0]?.sealed?.length).toBeGreaterThan(Number(before[0]?.sealed?.length));
    expect(new Set(after.map(({ sealed }) => sealed?.length)).size).toBe(1);
    // two backups side by side: every sheet differs, also that of cleo, who has written nothing
    expect(after.filter(({ sealed }, i) => sealed === before[i]?.sealed)).toEqual([]);
    const { mine } = await readRound(ctx.as(someone('ada')), { platform, round });
    expect(mine?.ratings).toHaveLength(15);
    expect((await readRound(ctx.as(someone('cleo')), { platform, round })).mine?.ratings).toEqual([]);
  });

  test('sentences that are too long altogether are refused, and what was kept before stays', async () => {
    const ctx = await roundContext(await makeDb());
    const row = await ctx.db.selectFrom('capability').selectAll().executeTakeFirstOrThrow();
    const capabilities = Array.from({ length: 20 }, (_, i) => `area-${i}`);
    await ctx.db
      .insertInto('capability')
      .values(capabilities.map((key) => ({ ...row, key })))
      .execute();
    const round = await openTestRound(ctx, ['ada', 'ben'], { capabilities });
    const units = capabilities.flatMap((capability) => ASPECTS.map((aspect) => ({ aspect, capability, rating: 2 })));
    const save = (evidence: string) =>
      saveRatings(
        ctx.as(someone('ada')),
        saveRatingsInput.parse({ platform, round, ratings: units.map((one) => ({ ...one, evidence })) }),
      );
    await save('Short.');
    await expect(save('語'.repeat(500))).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
    const { mine } = await readRound(ctx.as(someone('ada')), { platform, round });
    expect(mine?.ratings.map(({ evidence }) => evidence)).toEqual(units.map(() => 'Short.'));
  });

  test('participation is counted, and nobody is told whose it is', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, ['ada', 'ben', 'cleo']);
    await rate(ctx, round, 'ada', [2, 2, 2, 2, 2]);
    await rate(ctx, round, 'ben', [2, 2], false);
    const found = await readRound(ctx, { platform, round });
    expect([found.handedIn, found.asked]).toEqual([1, 3]);
    expect(found.assessors).toEqual(['ada', 'ben', 'cleo'].map((id) => ({ name: `Name of ${id}`, side: null })));
    expect((await readRound(ctx.as(someone('vera')), { platform, round })).assessors).toBeNull();
  });

  test('only whole sheets are handed in, only by those asked, only of what is rated', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, ['ada', 'ben']);
    await expect(rate(ctx, round, 'ada', [2, 3])).rejects.toThrow('3 of 5 are not rated yet');
    await expect(rate(ctx, round, 'vera', [2, 2, 2, 2, 2])).rejects.toThrow('not asked');
    await expect(rate(ctx, round, 'erin', [2, 2, 2, 2, 2])).rejects.toThrow('not asked');
    const one = (aspect: string, capability: string | null) =>
      saveRatings(
        ctx.as(someone('ada')),
        saveRatingsInput.parse({ platform, round, ratings: [{ aspect, capability, rating: 2 }] }),
      );
    await expect(one('interfaces', 'data')).rejects.toThrow('"data/interfaces" is not rated');
    await expect(one('beauty', null)).rejects.toThrow('"/beauty" is not rated');
    await expect(rate(ctx, round, 'ada', [4.5], false)).rejects.toThrow('This rubric goes from 1 to 4');
    await expect(rate(ctx, 'another', 'ada', [2])).rejects.toThrow('no such rating round');
  });

  test('after the reveal nothing is rated any more', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, ['ada', 'ben', 'cleo']);
    await rate(ctx, round, 'ada', [2, 2, 2, 2, 2]);
    await rate(ctx, round, 'ben', [2, 3, 2, 2, 2]);
    await revealRound(ctx, { platform, round });
    await expect(rate(ctx, round, 'cleo', [1, 1, 1, 1, 1])).rejects.toThrow('have been revealed');
    await expect(rate(ctx, round, 'ada', [4, 4, 4, 4, 4])).rejects.toThrow('have been revealed');
  });

  test('whoever was deactivated is asked in vain, and what they handed in still counts', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, ['ada', 'ben', 'cleo']);
    await rate(ctx, round, 'ada', [2, 2, 2, 2, 2]);
    await rate(ctx, round, 'ben', [2, 3, 2, 2, 2]);
    const admin = ctx.as(person('admin', { id: 'erin' }));
    await ctx.db
      .insertInto('roleGrant')
      .values({ id: 'root', userId: 'erin', role: 'admin', platformId: null, teamId: null, createdAt: '' })
      .execute();
    await deactivateUser(admin, { user: 'ada', deactivated: true });
    await deactivateUser(admin, { user: 'cleo', deactivated: true });
    expect(await readRound(ctx, { platform, round })).toMatchObject({ asked: 3, handedIn: 2, gone: 2 });
    expect((await revealRound(ctx, { platform, round })).assessors).toBe(2);
  });
});

/** All that the database holds of rounds and of what people did. */
async function everything(db: Parameters<typeof roundContext>[0]) {
  return {
    ratingRound: await db.selectFrom('ratingRound').selectAll().execute(),
    ratingAssessor: await db.selectFrom('ratingAssessor').selectAll().orderBy('userId').execute(),
    rating: await db.selectFrom('rating').selectAll().execute(),
    auditEntry: await db.selectFrom('auditEntry').selectAll().execute(),
  };
}

describe('a rating', () => {
  const of = (rating: unknown) => ({
    ...{ platform, round: 'one' },
    ratings: [{ aspect: ASPECTS[0], capability: null, rating }],
  });
  test.each([0.5, 9.5, 2.25, '2', Number.NaN])('is never %j', (rating) => {
    expect(saveRatingsInput.safeParse(of(rating)).success).toBe(false);
  });
  test.each([1, 2.5, 9, null])('may be %j', (rating) => {
    expect(saveRatingsInput.safeParse(of(rating)).success).toBe(true);
  });
});
