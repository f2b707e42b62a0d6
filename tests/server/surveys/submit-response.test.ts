import { expect, test } from 'vitest';
import { closeCycle } from '#server/surveys/close-cycle.ts';
import { readForm } from '#server/surveys/read-form.ts';
import { renewInvitations } from '#server/surveys/renew-invitations.ts';
import { submitResponse } from '#server/surveys/submit-response.ts';
import { answersOf, CLOSES_AT, openSurvey, respond, surveyContext, tokenOf } from '#tests/support/build-survey.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const TEAMS = { sales: { invited: 6 } };

onBothDatabases('answering a survey', (makeDb) => {
  const opened = async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    return { ctx, ...(await openSurvey(ctx, TEAMS)) };
  };

  test('an answer spends its link and is stored sealed', async () => {
    const { ctx, tokens } = await opened();
    await respond(ctx, tokens.sales?.[0], { clarity: 4, comment: 'Clear enough' });
    const envelopes = await ctx.db.selectFrom('envelope').selectAll().execute();
    expect(envelopes).toHaveLength(1);
    expect(JSON.stringify(envelopes)).not.toContain('Clear');
    expect(await ctx.db.selectFrom('invitation').select('spent').where('spent', '=', 1).execute()).toHaveLength(1);
  });

  test('a second answer by one link is refused and changes nothing', async () => {
    const { ctx, tokens } = await opened();
    await respond(ctx, tokens.sales?.[0], { clarity: 4 });
    await expect(respond(ctx, tokens.sales?.[0], { clarity: 1 })).rejects.toThrow('used already');
    expect(await ctx.db.selectFrom('envelope').selectAll().execute()).toHaveLength(1);
  });

  test('of two answers sent at once by one link exactly one is taken', async () => {
    const { ctx, tokens } = await opened();
    const attempts = Array.from({ length: 8 }, (_, i) => respond(ctx, tokens.sales?.[0], { clarity: 1 + (i % 5) }));
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await ctx.db.selectFrom('envelope').selectAll().execute()).toHaveLength(1);
  });

  test('after its time an answer is refused, even where nobody has closed the survey yet', async () => {
    const { ctx, tokens } = await opened();
    ctx.setNow(CLOSES_AT);
    await expect(respond(ctx, tokens.sales?.[0], { clarity: 4 })).rejects.toThrow('closed');
    expect(await readForm(ctx, { token: tokens.sales?.[0] ?? '' })).toMatchObject({ state: 'closed' });
  });

  test('after the close an answer is refused', async () => {
    const { ctx, tokens, cycle } = await opened();
    await closeCycle(ctx, { platform: 'payments', cycle });
    await expect(respond(ctx, tokens.sales?.[0], { clarity: 4 })).rejects.toThrow('closed');
  });

  test('an answer sent while the survey closes is either counted or refused, never lost', async () => {
    const { ctx, tokens, cycle } = await opened();
    const sent = (tokens.sales ?? []).map((token) => respond(ctx, token, { clarity: 4 }));
    const [closed, ...answers] = await Promise.allSettled([closeCycle(ctx, { platform: 'payments', cycle }), ...sent]);
    expect(closed?.status).toBe('fulfilled');
    const taken = answers.filter(({ status }) => status === 'fulfilled').length;
    const kept = await ctx.db.selectFrom('surveyAnswer').selectAll().execute();
    expect(kept.length).toBe(taken < 5 ? 0 : taken);
    expect(await ctx.db.selectFrom('envelope').selectAll().execute()).toEqual([]);
  });

  test('a renewed link takes the place of the old one, also of one that was used', async () => {
    const { ctx, tokens, cycle } = await opened();
    await respond(ctx, tokens.sales?.[2], { clarity: 4 });
    const { teams } = await renewInvitations(ctx, { platform: 'payments', cycle, team: 'sales' });
    const renewed = teams[0]?.links.map(tokenOf) ?? [];
    // everybody gets one, so the author cannot count who has answered
    expect(renewed).toHaveLength(6);
    await expect(respond(ctx, tokens.sales?.[0], { clarity: 1 })).rejects.toThrow('replaced');
    await expect(respond(ctx, renewed[2], { clarity: 1 })).rejects.toThrow('used already');
    await respond(ctx, renewed[0], { clarity: 1 });
    expect(await readForm(ctx, { token: tokens.sales?.[1] ?? '' })).toMatchObject({ state: 'replaced' });
  });

  test('the form does not say whether its link was used: the holder of all links could count by it', async () => {
    const { ctx, tokens } = await opened();
    const before = await readForm(ctx, { token: tokens.sales?.[0] ?? '' });
    await respond(ctx, tokens.sales?.[0], { clarity: 4 });
    expect(await readForm(ctx, { token: tokens.sales?.[0] ?? '' })).toEqual(before);
  });

  test('the form says who asks, why, how long, who is counted with whom and the minimum groups', async () => {
    const { ctx, tokens } = await opened();
    expect(await readForm(ctx.as({ kind: 'anonymous' }), { token: tokens.sales?.[0] ?? '' })).toMatchObject({
      state: 'open',
      askedBy: 'The platform team',
      purpose: expect.stringContaining('what works for you'),
      minutes: 2,
      team: 'Team sales',
      minimums: { scores: 5, comments: 10 },
      questions: [
        { key: 'usability' },
        { key: 'reason-for-use' },
        { key: 'clarity-of-errors' },
        { key: 'open-comment' },
      ],
    });
  });

  test('a link that is none is called so', async () => {
    const { ctx } = await opened();
    expect(await readForm(ctx, { token: 'AAAAAAAAAAAAAAAAAAAAAA' })).toEqual({ state: 'unknown' });
    expect(await readForm(ctx, { token: 'short' })).toEqual({ state: 'unknown' });
    await expect(respond(ctx, 'AAAAAAAAAAAAAAAAAAAAAA', { clarity: 4 })).rejects.toThrow('does not belong');
  });

  test.each([
    ['no answer at all', [], 'at least one'],
    ['a value off the scale', answersOf({ clarity: 6 }), 'not one that can be given'],
    ['an unknown option', answersOf({ reason: 'because' }), 'not one that can be given'],
    ['two answers to one question', [...answersOf({ clarity: 4 }), ...answersOf({ clarity: 5 })], 'answered twice'],
    ['a question that is not asked', answersOf({ clarity: 4 }, 'messaging'), 'does not ask'],
    [
      'half of a rating',
      [{ question: 'usability', capability: 'data', value: { ease: 4 } }],
      'not one that can be given',
    ],
  ])('%s is refused and spends nothing', async (_, answers, reason) => {
    const { ctx, tokens } = await opened();
    await expect(submitResponse(ctx, { token: tokens.sales?.[0] ?? '', answers })).rejects.toThrow(reason);
    await respond(ctx, tokens.sales?.[0], { clarity: 4 });
  });

  test('a respondent leaves nothing in the audit log', async () => {
    const { ctx, tokens } = await opened();
    const before = await ctx.db.selectFrom('auditEntry').selectAll().execute();
    await respond(ctx, tokens.sales?.[0], { clarity: 4 });
    expect(await ctx.db.selectFrom('auditEntry').selectAll().execute()).toEqual(before);
  });
});
