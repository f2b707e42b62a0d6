import { expect, test } from 'vitest';
import { submitResponse } from '#server/surveys/submit-response.ts';
import { answersOf, openSurvey, respond, surveyContext } from '#tests/support/build-survey.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const TEAMS = { sales: { invited: 6 } };

/**
 * Whoever holds the list of links could send each of them an answer that cannot be taken: a used link answered "used
 * already", a fresh one named the mistake and stayed fresh. That told, while the survey was open, who had answered and
 * exactly how many.
 */
onBothDatabases('an answer that cannot be taken', (makeDb) => {
  test.each([
    ['no answer at all', []],
    ['a question that is not asked', answersOf({ clarity: 4 }, 'messaging')],
    ['a value off the scale', answersOf({ clarity: 6 })],
    ['an answer that is too long', answersOf({ clarity: 4, comment: '\u20ac'.repeat(4_000) })],
  ])('%s is refused in the same words, whether the link was used or not', async (_, answers) => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    const { tokens } = await openSurvey(ctx, TEAMS);
    const [used = '', fresh = ''] = tokens.sales ?? [];
    await respond(ctx, used, { clarity: 4 });
    const refusalOf = (token: string) =>
      submitResponse(ctx.as({ kind: 'anonymous' }), { token, answers }).catch((error: Error) => error.message);
    expect(await refusalOf(used)).toBe(await refusalOf(fresh));
  });
});
