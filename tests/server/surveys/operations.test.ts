import { expect, test } from 'vitest';
import { draftInput, surveyContext } from '#tests/support/build-survey.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { tokenClient } from '#tests/support/token-client.ts';

const PATH = '/platforms/payments/survey-cycles';
const TEAMS = { storage: { invited: 6 } };

onBothDatabases('surveys over the API', (makeDb, dialect) => {
  test('a draft is prepared and thrown away, one that was opened stays', async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    startTestRuntime(ctx.db, { dialect });
    const send = await tokenClient(ctx.as({ kind: 'system', name: 'cli' }), ['read', 'surveys:write'], 'payments');
    const { platform: _, ...draft } = draftInput(TEAMS);
    const { id: first } = await (await send('POST', PATH, draft)).json();
    const gone = await send('DELETE', `${PATH}/${first}`);
    expect([gone.status, await gone.json()]).toEqual([200, { id: first }]);
    expect(await (await send('GET', PATH)).json()).toMatchObject({ items: [] });
    expect((await send('DELETE', `${PATH}/${first}`)).status).toBe(404);
    const { id: second } = await (await send('POST', PATH, draft)).json();
    expect((await send('POST', `${PATH}/${second}/open`, { acceptNoResult: true })).status).toBe(200);
    const refused = await send('DELETE', `${PATH}/${second}`);
    expect([refused.status, (await refused.json()).detail]).toEqual([409, expect.stringContaining('only a draft')]);
    expect(await (await send('GET', PATH)).json()).toMatchObject({ items: [{ id: second, state: 'open' }] });
  });
});
