import { expect, test } from 'vitest';
import { discardRound } from '#server/rating-rounds/discard-round.ts';
import { openRound, openRoundInput } from '#server/rating-rounds/open-round.ts';
import { revealRound } from '#server/rating-rounds/reveal-round.ts';
import { EDITOR } from '#tests/support/build-claims.ts';
import { find, noticesContext } from '#tests/support/build-notices.ts';
import { rate } from '#tests/support/build-rating-round.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const platform = 'payments';

onBothDatabases('the notice of a rating round', (makeDb) => {
  test('reaches everybody who is asked, whether they have handed in or not, and again at the reveal', async () => {
    const ctx = await noticesContext(await makeDb());
    const assessors = ['olga', 'vera'].map((person) => ({ person }));
    const input = openRoundInput.parse({ platform, title: 'Autumn', assessors });
    const { id: round } = await openRound(ctx.as(EDITOR), input);
    const path = `/p/payments/self-assessment/rounds/${round}`;
    const asked = [{ subject: round, occasion: 'opened', to: ['olga', 'vera'], line: { title: 'Autumn', path } }];
    expect(await find(ctx, 'rating-round')).toMatchObject(asked);
    await rate(ctx, round, 'olga', [2, 2, 2, 2, 2]);
    expect(await find(ctx, 'rating-round')).toMatchObject(asked);
    await rate(ctx, round, 'vera', [2, 3, 2, 2, 2]);
    await revealRound(ctx.as(EDITOR), { platform, round });
    expect(await find(ctx, 'rating-round')).toMatchObject([{ occasion: 'revealed', to: ['olga', 'vera'] }]);
    ctx.setNow('2026-11-30T12:00:00.000Z');
    expect(await find(ctx, 'rating-round')).toEqual([]);
  });

  test('is none of a round that was discarded', async () => {
    const ctx = await noticesContext(await makeDb());
    const assessors = ['olga', 'vera'].map((person) => ({ person }));
    const input = openRoundInput.parse({ platform, title: 'Autumn', assessors });
    const { id: round } = await openRound(ctx.as(EDITOR), input);
    await discardRound(ctx.as(EDITOR), { platform, round });
    expect(await find(ctx, 'rating-round')).toEqual([]);
  });
});
