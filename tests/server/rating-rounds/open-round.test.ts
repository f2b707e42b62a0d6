import { describe, expect, test } from 'vitest';
import { insertGrant, insertUser } from '#db/queries/people.ts';
import { loadRubric, packsFolder } from '#rubrics/load-packs.ts';
import { discardRound } from '#server/rating-rounds/discard-round.ts';
import { listRounds } from '#server/rating-rounds/list-rounds.ts';
import { openRoundInput } from '#server/rating-rounds/open-round.ts';
import { readRound } from '#server/rating-rounds/read-round.ts';
import { readRoundForm } from '#server/rating-rounds/read-round-form.ts';
import { openTestRound, roundContext, someone } from '#tests/support/build-rating-round.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { START } from '#tests/support/test-context.ts';

const platform = 'payments';

onBothDatabases('opening a rating round', (makeDb) => {
  test('asks for the five aspects of the platform unless more is chosen', async () => {
    const ctx = await roundContext(await makeDb());
    const round = await openTestRound(ctx, ['ada', 'ben']);
    const found = await readRound(ctx, { platform, round });
    expect(found.aspects.map(({ key }) => key)).toHaveLength(5);
    expect(found.places).toEqual([{ capability: null, name: null }]);
    expect(found).toMatchObject({ state: 'open', asked: 2, handedIn: 0, gone: 0, mine: null, result: null });
    const { rounds, mayOpen } = await listRounds(ctx.as(someone('ada')), { platform });
    expect(mayOpen).toBe(false);
    expect(rounds).toMatchObject([{ id: round, title: 'Autumn', rated: 5, waitsForMe: true, alpha: null }]);
  });

  test('keeps names and steps as they were, and may ask about single capabilities', async () => {
    const db = await makeDb();
    const ctx = await roundContext(db);
    const round = await openTestRound(ctx, ['ada', 'ben'], { aspects: ['interfaces'], capabilities: [null, 'data'] });
    const before = await readRound(ctx, { platform, round });
    await db.updateTable('capability').set({ name: 'Renamed', state: 'archived' }).where('key', '=', 'data').execute();
    const after = await readRound(ctx, { platform, round });
    expect(after.places).toEqual(before.places);
    expect(after.aspects.map(({ key, steps }) => [key, steps.length])).toEqual([['interfaces', 4]]);
  });

  test('leaves an entry in the audit log, without names', async () => {
    const db = await makeDb();
    const ctx = await roundContext(db);
    const round = await openTestRound(ctx, ['ada', 'ben', 'cleo']);
    const entry = await db.selectFrom('auditEntry').selectAll().executeTakeFirstOrThrow();
    expect([entry.action, entry.subject, JSON.parse(entry.detail)]).toEqual([
      'rating-round.open',
      round,
      { title: 'Autumn', rated: 5, assessors: 3 },
    ]);
  });

  test('refuses what cannot be rated and who cannot rate', async () => {
    const db = await makeDb();
    const ctx = await roundContext(db);
    const refused = (asked: string[], given: object = {}) => expect(openTestRound(ctx, asked, given)).rejects;
    await refused(['ada', 'ada']).toThrow('stands twice');
    await refused(['ada', 'nobody']).toThrow('Nobody of the id "nobody"');
    await refused(['ada', 'ben'], { aspects: ['beauty'] }).toThrow('no aspect "beauty"');
    await refused(['ada', 'ben'], { capabilities: ['nothing'] }).toThrow('no capability "nothing"');
    await refused(['ada', 'ben'], { capabilities: [null, null] }).toThrow('stands twice');
    await db.updateTable('user').set({ deactivatedAt: '2026-11-01T00:00:00.000Z' }).where('id', '=', 'ben').execute();
    await refused(['ada', 'ben']).toThrow('Nobody of the id "ben"');
    await expect(openTestRound(ctx.as(someone('ada')), ['ada', 'ben'])).rejects.toThrow('editor');
    expect(await db.selectFrom('ratingRound').selectAll().execute()).toEqual([]);
  });

  test('stays small enough for one page, and few are open at once', async () => {
    const ctx = await roundContext(await makeDb());
    const row = await ctx.db.selectFrom('capability').selectAll().executeTakeFirstOrThrow();
    const keys = Array.from({ length: 80 }, (_, i) => `area-${i}`);
    await ctx.db
      .insertInto('capability')
      .values(keys.map((key) => ({ ...row, key })))
      .execute();
    const many = Array.from({ length: 11 }, (_, i) => `person-${i}`);
    for (const id of many) {
      await insertUser(ctx.db, { id, name: id, email: `${id}@example.org`, password: null, at: START });
      await insertGrant(ctx.db, { id, userId: id, role: 'viewer', platformId: null, teamId: null, createdAt: START });
    }
    // 80 places, 5 aspects
    await expect(openTestRound(ctx, [...many, 'ada', 'ben'], { capabilities: keys })).rejects.toThrow(
      'That is 5200 ratings, and a round has at most 5000',
    );
    await expect(openTestRound(ctx, ['ada', 'ben'], { capabilities: [null, ...keys] })).rejects.toThrow(
      'more than 400',
    );
    const rounds: string[] = [];
    for (let count = 0; count < 10; count += 1) rounds.push(await openTestRound(ctx, ['ada', 'ben']));
    await expect(openTestRound(ctx, ['ada', 'ben'])).rejects.toMatchObject({ code: 'CONFLICT' });
    await discardRound(ctx, { platform, round: rounds[0] ?? '' });
    await expect(openTestRound(ctx, ['ada', 'ben'])).resolves.toEqual(expect.any(String));
  });

  test('is not offered where the rubric describes no levels', async () => {
    const db = await makeDb();
    const ctx = await roundContext(db);
    const { id, version } = loadRubric(`${packsFolder()}/owasp-samm`);
    await db.updateTable('platform').set({ packId: id, packVersion: version }).execute();
    expect((await listRounds(ctx, { platform })).mayOpen).toBe(false);
    await expect(openTestRound(ctx, ['ada', 'ben'])).rejects.toThrow('question by question');
  });

  test('offers people who have a role here and can sign in', async () => {
    const ctx = await roundContext(await makeDb());
    const { people, aspects } = await readRoundForm(ctx, { platform });
    expect(people.map(({ id }) => id).toSorted()).toEqual(['ada', 'ben', 'cleo', 'erin', 'olga', 'vera']);
    expect(aspects).toHaveLength(5);
  });
});

describe('a rating round', () => {
  const given = { platform, title: 'Autumn' };
  test.each([[[]], [[{ person: 'ada' }]]])('is not opened for %j alone', (assessors) => {
    expect(openRoundInput.safeParse({ ...given, assessors }).success).toBe(false);
  });
});
