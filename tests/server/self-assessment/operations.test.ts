import { expect, test } from 'vitest';
import type { Context } from '#server/context.ts';
import { selfAssessmentOperations } from '#server/self-assessment/operations.ts';
import { claimsContext } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { token } from '#tests/support/test-context.ts';

const PATH = '/platforms/{platform}/self-assessment';
const LINK = '?interfaces_1=2&interfaces_2=3&v=0.9.0';

/** Calls an operation as the REST door does. */
async function call(ctx: Context, name: string, body?: object) {
  const operation = selfAssessmentOperations.find(({ method, path }) => `${method} ${path}` === name);
  if (operation === undefined) throw new Error(`There is no ${name}.`);
  const request = new Request('http://127.0.0.1/');
  const answer = await operation.answer(ctx, { params: { platform: 'payments' }, request, readJson: async () => body });
  return answer.json();
}

onBothDatabases('the REST door of the self-assessment', (makeDb) => {
  test('a machine claims, imports a link and reads what holds', async () => {
    const ctx = (await claimsContext(await makeDb())).as(token(['read', 'attestations:write']));
    const claims = [{ aspect: 'adoption', capability: null, claimed: 3.5 }];
    expect(await call(ctx, `PUT ${PATH}`, { claims })).toEqual({ changed: 1 });
    const seen = await call(ctx, `POST ${PATH}/import`, { link: LINK, dryRun: true });
    expect(seen).toMatchObject({ stored: false, version: '0.9.0', answers: { interfaces_1: 2, interfaces_2: 3 } });
    expect((await call(ctx, `GET ${PATH}`)).claims).toHaveLength(1);
    expect(await call(ctx, `POST ${PATH}/import`, { link: LINK })).toEqual({ ...seen, stored: true });
    const held = await call(ctx, `GET ${PATH}`);
    expect(held.claims).toContainEqual({
      ...{ aspect: 'interfaces', capability: null, claimed: 2.5, answeredBy: 'token:token-1' },
      ...{ answeredAt: '2026-11-22T12:00:00.000Z', source: 'pemm', version: '0.9.0' },
    });
    expect(held.claims.find(({ aspect }: { aspect: string }) => aspect === 'adoption')).toMatchObject({ claimed: 3.5 });
  });

  test.each([
    [{ claims: [{ aspect: 'adoption', capability: null, claimed: 2.2 }] }, 'half-way between two'],
    [{ claims: [{ aspect: 'adoption', capability: null, claimed: 5 }] }, '1 to 4'],
    [{ claims: [] }, '>=1'],
  ])('%j is refused', async (body, sentence) => {
    const ctx = (await claimsContext(await makeDb())).as(token(['attestations:write']));
    await expect(call(ctx, `PUT ${PATH}`, body)).rejects.toThrow(sentence);
  });
});
