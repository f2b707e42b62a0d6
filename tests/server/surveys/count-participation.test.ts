import { expect, test } from 'vitest';
import { closeCycle } from '#server/surveys/close-cycle.ts';
import { countParticipation } from '#server/surveys/count-participation.ts';
import { listCycles } from '#server/surveys/list-cycles.ts';
import { readCycle } from '#server/surveys/read-cycle.ts';
import { readParticipation } from '#server/surveys/read-participation.ts';
import { renewInvitations } from '#server/surveys/renew-invitations.ts';
import { openSurvey, respond, surveyContext } from '#tests/support/build-survey.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, type TestContext } from '#tests/support/test-context.ts';

const TEAMS = { sales: { invited: 10 }, ops: { invited: 30 } };
const place = { platform: 'payments' };

onBothDatabases('participation', (makeDb) => {
  const opened = async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    return { ctx, ...(await openSurvey(ctx, TEAMS)) };
  };
  /** everything that anybody can ask about an open survey */
  const watch = async (ctx: TestContext, cycle: string) => {
    const viewer = ctx.as(person('viewer'));
    return JSON.stringify([
      await listCycles(viewer, place),
      await readCycle(viewer, { ...place, cycle }),
      await readParticipation(ctx.db, 'payments'),
    ]);
  };

  test('is not told on the day on which a survey opens, and not before it was counted', async () => {
    const { ctx, cycle, tokens } = await opened();
    await respond(ctx, tokens.sales?.[0], { clarity: 4 });
    expect(await countParticipation(ctx)).toEqual({ counted: 0 });
    expect(await readCycle(ctx, { ...place, cycle })).toMatchObject({ band: null, countedOn: null });
  });

  test('whoever watches all day sees nothing change, whoever answers, and not at a reminder either', async () => {
    const { ctx, cycle, tokens } = await opened();
    ctx.setNow('2026-11-23T00:00:00.000Z');
    expect(await countParticipation(ctx)).toEqual({ counted: 1 });
    const morning = await watch(ctx, cycle);
    // 5 of 10 and 20 of 40 are the first of their bands: an honest count would flip at each of these
    for (const token of [...(tokens.sales ?? []), ...(tokens.ops ?? []).slice(0, 15)]) {
      ctx.setNow('2026-11-23T15:00:00.000Z');
      await respond(ctx, token, { clarity: 4 });
      expect(await countParticipation(ctx)).toEqual({ counted: 0 });
      expect(await watch(ctx, cycle)).toBe(morning);
    }
    await renewInvitations(ctx, { ...place, cycle, team: 'ops' });
    ctx.setNow('2026-11-23T23:59:59.999Z');
    await countParticipation(ctx);
    expect(await watch(ctx, cycle)).toBe(morning);
  });

  test('is told as bands on the next day, of everybody and of each team', async () => {
    const { ctx, cycle, tokens } = await opened();
    for (const token of [...(tokens.sales ?? []).slice(0, 5), ...(tokens.ops ?? []).slice(0, 4)]) {
      await respond(ctx, token, { clarity: 4 });
    }
    ctx.setNow('2026-11-23T00:00:00.000Z');
    await countParticipation(ctx);
    // everybody: 9 of 40 in fifths; sales: 5 of 10 in halves; ops: 4 of 30 in fifths
    expect(await readCycle(ctx, { ...place, cycle })).toMatchObject({
      countedOn: '2026-11-23',
      band: { from: 0.2, to: 0.4 },
      teams: [
        { key: 'ops', band: { from: 0, to: 0.2 } },
        { key: 'sales', band: { from: 0.5, to: 1 } },
      ],
    });
  });

  test('of many that count at once one does', async () => {
    const { ctx, cycle, tokens } = await opened();
    ctx.setNow('2026-11-23T00:00:00.000Z');
    const counts = [1, 2, 3, 4].map(() => countParticipation(ctx));
    const answers = (tokens.ops ?? []).slice(0, 10).map((token) => respond(ctx, token, { clarity: 4 }));
    await Promise.all([...counts, ...answers]);
    const rows = await ctx.db.selectFrom('participationBand').selectAll().execute();
    expect(rows.map(({ cycleId, countedOn }) => ({ cycleId, countedOn }))).toEqual(
      [1, 2, 3].map(() => ({ cycleId: cycle, countedOn: '2026-11-23' })),
    );
  });

  test('is forgotten at the close, and no count comes after it', async () => {
    const { ctx, cycle } = await opened();
    ctx.setNow('2026-11-23T00:00:00.000Z');
    await countParticipation(ctx);
    await closeCycle(ctx, { ...place, cycle });
    ctx.setNow('2026-11-24T00:00:00.000Z');
    expect(await countParticipation(ctx)).toEqual({ counted: 0 });
    expect(await ctx.db.selectFrom('participationBand').selectAll().execute()).toEqual([]);
  });
});
