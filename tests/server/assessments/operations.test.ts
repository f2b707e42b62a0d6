import { expect, test } from 'vitest';
import { assessmentOperations } from '#server/assessments/operations.ts';
import type { Context } from '#server/context.ts';
import { reportOperations } from '#server/reports/operations.ts';
import type { Call } from '#server/rest/operation.ts';
import { rubricOperations } from '#server/rubrics/operations.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { token } from '#tests/support/test-context.ts';

const BASE = '/platforms/{platform}';

/** Calls an operation as the REST door does. */
async function call(
  ctx: Context,
  name: string,
  given: Partial<Omit<Call, 'readJson'>> & { query?: string; body?: object },
) {
  const operations = [...assessmentOperations, ...reportOperations, ...rubricOperations];
  const operation = operations.find(({ method, path }) => `${method} ${path}` === name);
  if (operation === undefined) throw new Error(`There is no ${name}.`);
  const request = new Request(`http://127.0.0.1/${given.query ?? ''}`);
  const params = given.params ?? { platform: 'payments' };
  return operation.answer(ctx, { params, request, readJson: async () => given.body });
}

onBothDatabases('the REST doors of scores and quarters', (makeDb) => {
  test('a scorecard, its bundle and its trace have the names of the contract', async () => {
    const ctx = scoringContext(await makeDb(), token(['read', 'metrics:write']));
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    const scorecard = await (await call(ctx, `GET ${BASE}/scorecard`, {})).json();
    expect(scorecard).toMatchObject({
      schema: 'plumbline/scorecard/1',
      scoring: 1,
      rubric: { id: 'cncf-platform', version: '1.0.0', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      asOf: '2026-11-22T12:00:00.000Z',
      percentToTarget: { value: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
    });
    const names = ['capability', 'aspect', 'level', 'low', 'high', 'progress', 'position', 'coverage', 'confidence'];
    const more = ['target', 'levelWithoutExemptions', 'claimed', 'felt', 'measured', 'criteria', 'state'];
    expect(Object.keys(scorecard.cells[0])).toEqual(expect.arrayContaining([...names, ...more]));
    const bundle = await (await call(ctx, `GET ${BASE}/bundle`, { query: '?asOf=2026-11-22T12:00:00Z' })).json();
    expect(bundle).toMatchObject({ schema: 'plumbline/bundle/1', platform: 'payments' });
    const elsewhere = `?asOf=${encodeURIComponent('2026-11-22T14:00:00+02:00')}`;
    expect(await (await call(ctx, `GET ${BASE}/bundle`, { query: elsewhere })).json()).toEqual(bundle);
    const past = await (await call(ctx, `GET ${BASE}/scorecard`, { query: elsewhere })).json();
    expect(past).toEqual(scorecard);
    const cell = { capability: 'data', aspect: 'interfaces' };
    const params = { platform: 'payments', ...cell };
    const trace = await call(ctx, `GET ${BASE}/cells/{capability}/{aspect}/explanation`, { params });
    expect(await trace.json()).toMatchObject({ schema: 'plumbline/explanation/1', cell });
  });

  test('a machine freezes, publishes, lists and exports a quarter', async () => {
    const ctx = scoringContext(await makeDb(), token(['read', 'metrics:write', 'assessments:write']));
    await insertMeasuredPlatform(ctx);
    const frozen = await call(ctx, `POST ${BASE}/assessments`, { body: { period: '2026-Q4' } });
    expect(frozen.status).toBe(201);
    const { id } = await frozen.json();
    const params = { platform: 'payments', id };
    await call(ctx, `POST ${BASE}/assessments/{id}/publish`, { params, body: {} });
    const list = await (await call(ctx, `GET ${BASE}/assessments`, {})).json();
    expect(list).toMatchObject({ items: [{ id, period: '2026-Q4', state: 'published' }], nextCursor: null });
    for (const [format, mediaType] of [
      ['html', 'text/html; charset=utf-8'],
      ['csv', 'text/csv; charset=utf-8'],
      ['json', 'application/json'],
      ['md', 'text/markdown; charset=utf-8'],
    ]) {
      const file = await call(ctx, `GET ${BASE}/assessments/{id}/report.${format}`, { params });
      expect(file.headers.get('content-type')).toBe(mediaType);
      expect(file.headers.get('content-disposition')).toBe(`attachment; filename="payments-2026-Q4.${format}"`);
      expect((await file.text()).length).toBeGreaterThan(1000);
    }
  });

  test('the rubrics that come with Plumbline are listed with their licence', async () => {
    const ctx = scoringContext(await makeDb(), token(['read', 'metrics:write']));
    const rubrics = await (await call(ctx, 'GET /rubrics', { params: {} })).json();
    expect(rubrics.items).toContainEqual(
      expect.objectContaining({ id: 'cncf-platform', version: '1.0.0', license: 'CC-BY-4.0', publishedAt: null }),
    );
  });
});
