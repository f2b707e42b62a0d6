import { expect, test } from 'vitest';
import { ratingRoundOperations } from '#server/rating-rounds/operations.ts';
import { matchPath } from '#server/rest/dispatch.ts';
import { ASPECTS, roundContext, someone } from '#tests/support/build-rating-round.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { tokenClient } from '#tests/support/token-client.ts';

const PATH = '/platforms/payments/rating-rounds';
const SENTENCE = 'The second database takes two days.';

/** What comes back, after it was held against the schema that the API publishes for it. */
async function answerOf(answer: Response, method: string, path: string) {
  const body = await answer.json();
  const operation = ratingRoundOperations.find((one) => one.method === method && matchPath(one.path, path) !== null);
  if (answer.ok) operation?.produces['application/json']?.parse(body);
  return { status: answer.status, body };
}

onBothDatabases('rating rounds over the API', (makeDb, dialect) => {
  async function start() {
    const ctx = await roundContext(await makeDb());
    const runtime = startTestRuntime(ctx.db, { dialect });
    const clientOf = async (who: string) => {
      const send = await tokenClient(ctx.as(someone(who)), ['read', 'attestations:write'], 'payments');
      return async (method: string, path: string, body?: unknown) =>
        answerOf(await send(method, path, body), method, path);
    };
    return { runtime, erin: await clientOf('erin'), olga: await clientOf('olga') };
  }
  const sheet = (levels: number[]) => ({
    handIn: true,
    ratings: levels.map((rating, index) => ({
      ...{ aspect: ASPECTS[index], capability: null, rating },
      evidence: index === 2 ? SENTENCE : '',
    })),
  });

  test('are opened, rated alone, revealed and agreed on', async () => {
    const { runtime, erin, olga } = await start();
    const asked = { title: 'Autumn', assessors: [{ person: 'erin' }, { person: 'olga', side: 'consumer' }] };
    const opened = await erin('POST', PATH, asked);
    expect(opened.status).toBe(201);
    const round = `${PATH}/${opened.body.id}`;
    expect((await olga('PUT', `${round}/ratings`, sheet([1, 2, 3, 2, 1]))).body).toEqual({ rated: 5, handedIn: true });

    const before = await erin('GET', round);
    expect(before.body).toMatchObject({ state: 'open', asked: 2, handedIn: 1, mine: { ratings: [] }, result: null });
    expect(JSON.stringify([before.body, (await erin('GET', PATH)).body])).not.toContain(SENTENCE);
    expect(runtime.logged()).not.toContain(SENTENCE);
    expect((await erin('POST', `${round}/reveal`, {})).status).toBe(409);

    await erin('PUT', `${round}/ratings`, sheet([1, 3, 3, 2, 3]));
    expect((await olga('POST', `${round}/reveal`, {})).status).toBe(403);
    const revealed = await erin('POST', `${round}/reveal`, {});
    expect(revealed.body).toMatchObject({ assessors: 2, agreement: { units: 5, kappa: { units: 5 } } });
    expect((await olga('PUT', `${round}/ratings`, sheet([4, 4, 4, 4, 4]))).status).toBe(409);
    const consensus = [{ aspect: 'measurement', capability: null, rating: 1.5, why: 'Half of it is counted by hand.' }];
    const agreed = await erin('PUT', `${round}/consensus`, { consensus });
    expect(agreed.body).toEqual({ recorded: 1, claimsChanged: 1 });
    const { body } = await olga('GET', round);
    expect(body.result.units[4]).toMatchObject({ discuss: true, spread: 2, consensus: [{ rating: 1.5 }] });
    expect((await erin('POST', `${round}/discard`, {})).status).toBe(409);
  });
});
