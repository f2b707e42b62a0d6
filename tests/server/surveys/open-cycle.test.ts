import { describe, expect, test } from 'vitest';
import { closeCycle } from '#server/surveys/close-cycle.ts';
import { countParticipation } from '#server/surveys/count-participation.ts';
import { createCycle } from '#server/surveys/create-cycle.ts';
import { discardCycle } from '#server/surveys/discard-cycle.ts';
import { issueInvitations } from '#server/surveys/issue-invitations.ts';
import { listCycles } from '#server/surveys/list-cycles.ts';
import { openCycle } from '#server/surveys/open-cycle.ts';
import { readCycle } from '#server/surveys/read-cycle.ts';
import { draftInput, openSurvey, respondAll, surveyContext, tokenOf } from '#tests/support/build-survey.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, token } from '#tests/support/test-context.ts';

const TEAMS = { sales: { invited: 4 }, technology: { invited: 26 } };
const FEW = { sales: { invited: 4 } };

onBothDatabases('preparing a survey', (makeDb) => {
  test('a draft asks capability by capability and the open question once', async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    const { id } = await createCycle(ctx, draftInput(TEAMS, ['data', 'messaging']));
    const { questions, state, wanted } = await readCycle(ctx, { platform: 'payments', cycle: id });
    expect(state).toBe('draft');
    // Cochran: 1.644854²/(4 · 0.1²) = 67.64; of 30 people 67.64/(1 + 66.64/30) = 20.997
    expect(wanted).toEqual({ answers: 21, margin: 0.1, confidence: 0.9 });
    expect(questions.map(({ key, capability }) => [capability, key])).toEqual([
      ['data', 'usability'],
      ['data', 'reason-for-use'],
      ['data', 'clarity-of-errors'],
      ['messaging', 'usability'],
      ['messaging', 'reason-for-use'],
      ['messaging', 'clarity-of-errors'],
      [null, 'open-comment'],
    ]);
  });

  test('the author is told before opening which teams can have a result of their own', async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    const { id } = await createCycle(ctx, draftInput(TEAMS));
    const cycle = await readCycle(ctx, { platform: 'payments', cycle: id });
    // 30 − 26 = 4 are left beside Technology, so it would give Sales away
    expect(cycle).toMatchObject({
      canShow: true,
      teams: [
        { key: 'sales', canShow: false },
        { key: 'technology', canShow: false },
      ],
    });
  });

  test('fewer than five invited: it opens only for an author who knows that it can show nothing', async () => {
    const ctx = await surveyContext(await makeDb(), FEW);
    const { id } = await createCycle(ctx, draftInput(FEW));
    const place = { platform: 'payments', cycle: id };
    expect((await readCycle(ctx, place)).canShow).toBe(false);
    await expect(openCycle(ctx, { ...place, acceptNoResult: false })).rejects.toThrow('attestation');
    await openCycle(ctx, { ...place, acceptNoResult: true });
    expect((await readCycle(ctx, place)).state).toBe('open');
  });

  test('opening freezes names, hierarchy and minimum groups: a reorganisation cuts nothing anew', async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    const { cycle } = await openSurvey(ctx, TEAMS);
    const before = await readCycle(ctx, { platform: 'payments', cycle });
    await ctx.db.updateTable('team').set({ name: 'Merged', parentId: null }).execute();
    await ctx.db.updateTable('capability').set({ name: 'Renamed' }).execute();
    expect(await readCycle(ctx, { platform: 'payments', cycle })).toEqual(before);
  });

  test('it opens once, and only a draft can be thrown away', async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    const { cycle } = await openSurvey(ctx, TEAMS);
    const place = { platform: 'payments', cycle };
    await expect(openCycle(ctx, { ...place, acceptNoResult: false })).rejects.toThrow('opened already');
    await expect(discardCycle(ctx, place)).rejects.toThrow('only a draft');
    const { id } = await createCycle(ctx, draftInput(TEAMS));
    await discardCycle(ctx, { platform: 'payments', cycle: id });
    expect((await listCycles(ctx, { platform: 'payments' })).map((one) => one.id)).toEqual([cycle]);
  });

  test('links are made once for everybody, with 128 random bits each, and only their hashes are kept', async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    const { id: cycle } = await createCycle(ctx, draftInput(TEAMS));
    const place = { platform: 'payments', cycle };
    await openCycle(ctx, { ...place, acceptNoResult: false });
    const attempts = await Promise.allSettled([issueInvitations(ctx, place), issueInvitations(ctx, place)]);
    const made = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? attempt.value.teams : []));
    expect(made.map(({ team, links }) => [team, links.length])).toEqual([
      ['sales', 4],
      ['technology', 26],
    ]);
    const tokens = made.flatMap(({ links }) => links.map(tokenOf));
    expect(new Set(tokens).size).toBe(30);
    for (const one of tokens) expect(Buffer.from(one, 'base64url')).toHaveLength(16);
    const stored = JSON.stringify(await ctx.db.selectFrom('invitation').selectAll().execute());
    for (const one of tokens) expect(stored).not.toContain(one);
  });

  test('while it is open participation is a band: in fifths from 25 invited on, nothing for a small team', async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    const { cycle, tokens } = await openSurvey(ctx, TEAMS);
    await respondAll(
      ctx,
      tokens.technology,
      Array.from({ length: 7 }, () => ({ clarity: 4 })),
    );
    ctx.setNow('2026-11-23T00:00:00.000Z');
    await countParticipation(ctx);
    const { band, teams } = await readCycle(ctx, { platform: 'payments', cycle });
    // 7 of 30 is 23 %
    expect(band).toEqual({ from: 0.2, to: 0.4 });
    expect(teams.map((team) => team.band)).toEqual([null, null]);
    expect(await listCycles(ctx, { platform: 'payments' })).toMatchObject([{ band: { from: 0.2, to: 0.4 } }]);
  });

  test('every change by a person is in the audit log, without a link in it', async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    const { cycle, tokens } = await openSurvey(ctx, TEAMS);
    await closeCycle(ctx, { platform: 'payments', cycle });
    const entries = await ctx.db.selectFrom('auditEntry').selectAll().where('subject', '=', cycle).execute();
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'survey.close',
      'survey.create',
      'survey.invite',
      'survey.open',
    ]);
    for (const one of Object.values(tokens).flat()) expect(JSON.stringify(entries)).not.toContain(one);
  });

  describe('what cannot be asked is refused', () => {
    test.each([
      ['four capabilities', { capabilities: ['data', 'messaging', 'security', 'apis'] }, 'at most 3'],
      ['an unknown capability', { capabilities: ['coffee'] }, 'no capability "coffee"'],
      ['a capability twice', { capabilities: ['data', 'data'] }, 'named twice'],
      ['an unknown team', { teams: [{ team: 'ghosts', invited: 9 }] }, 'no team "ghosts"'],
      ['an unknown template', { template: 'horoscope' }, 'no survey template'],
      ['a template that is only a word of JavaScript', { template: 'constructor' }, 'no survey template'],
      ['a close in the past', { closesAt: '2026-11-01T00:00:00.000Z' }, 'later date'],
    ])('%s', async (_, change, reason) => {
      const ctx = await surveyContext(await makeDb(), TEAMS);
      await expect(createCycle(ctx, { ...draftInput(TEAMS), ...change })).rejects.toThrow(reason);
    });
  });

  test('viewers and owners look on, strangers see nothing, a token needs its scope', async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    const input = draftInput(TEAMS);
    await expect(createCycle(ctx.as(person('owner')), input)).rejects.toThrow('editor');
    await expect(createCycle(ctx.as({ kind: 'anonymous' }), input)).rejects.toThrow('Sign in');
    await expect(createCycle(ctx.as(token(['read'])), input)).rejects.toThrow('surveys:write');
    const { id } = await createCycle(ctx.as(token(['surveys:write'])), input);
    expect(await listCycles(ctx.as(person('viewer')), { platform: 'payments' })).toMatchObject([{ id }]);
    const stranger = ctx.as(person('admin', { platformId: 'another' }));
    await expect(readCycle(stranger, { platform: 'payments', cycle: id })).rejects.toThrow('no such platform');
  });
});
