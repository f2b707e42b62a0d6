import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { listAssessments } from '#db/queries/assessments.ts';
import { readScorecard } from '#server/assessments/read-scorecard.ts';
import { makeDemo, stepsOf } from '#server/demo/make-demo.ts';
import { strengthAt } from '#server/demo/make-samples.ts';
import { between, noise } from '#server/demo/noise.ts';
import { DEPARTMENTS, PLATFORMS } from '#server/demo/organisation.ts';
import { listScenarios } from '#server/planning/list-scenarios.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { START, testContext } from '#tests/support/test-context.ts';

const [shop, , workplace] = PLATFORMS;
if (shop === undefined || workplace === undefined) throw new Error('The demo has lost its platforms.');
const END = new Date(START);

test('the demo has three platforms and forty teams', () => {
  expect(PLATFORMS).toHaveLength(3);
  expect(DEPARTMENTS.length + DEPARTMENTS.flatMap(({ teams }) => teams).length).toBe(40);
});

test('what looks random is the same each time, and differs by name', () => {
  expect(noise('a', 1)).toBe(noise('a', 1));
  expect(noise('a', 1)).not.toBe(noise('a', 2));
  const drawn = Array.from({ length: 500 }, (_, index) => between(2, 3, 'drawn', index));
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(2);
  expect(Math.max(...drawn)).toBeLessThan(3);
});

test('a capability goes from where it began to where it is now, and never back', () => {
  const way = stepsOf(730).map((daysAgo) => strengthAt({ from: 0.2, to: 0.8 }, 730, daysAgo));
  expect(strengthAt({ from: 0.2, to: 0.8 }, 730, 730)).toBe(0.2);
  expect(way.at(-1)).toBeCloseTo(0.8, 10);
  expect(way).toEqual(way.toSorted((a, b) => a - b));
});

test('the last month is lived day by day and ends today', () => {
  expect(stepsOf(730).slice(-4)).toEqual([3, 2, 1, 0]);
  expect(stepsOf(730)[0]).toBe(729);
});

test('the demo refuses to be reached from other machines, before it does anything', () => {
  const { status, stderr } = spawnSync(process.execPath, ['server/bootstrap.mjs', 'demo'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'test', HOST: '0.0.0.0' },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('HOST is 0.0.0.0');
});

onBothDatabases('a platform of the demo', (makeDb) => {
  test('has lived through its quarters and stands where its verbs have brought it', { timeout: 120_000 }, async () => {
    const ctx = testContext(await makeDb(), { kind: 'system', name: 'demo' });
    const said: string[] = [];
    const wish = { end: END, password: 'a long demo password', say: (line: string) => said.push(line) };
    await makeDemo(ctx, { ...wish, platforms: [workplace] });
    const { cells, asOf, percentToTarget } = await readScorecard(ctx, { platform: workplace.key });
    expect(asOf).toBe(START);
    expect(cells).toHaveLength(25);
    expect(percentToTarget.value).toBeGreaterThan(0);
    const platform = await ctx.db.selectFrom('platform').select('id').executeTakeFirstOrThrow();
    const quarters = await listAssessments(ctx.db, platform.id);
    // its fiscal year starts in April and is named after the year in which it ends; it began in late March 2026
    expect(quarters.map(({ period, state }) => [period, state]).toSorted()).toEqual([
      ['2026-Q4', 'published'],
      ['2027-Q1', 'published'],
      ['2027-Q2', 'published'],
    ]);
    const scenarios = await listScenarios(ctx, { platform: workplace.key });
    expect(scenarios.scenarios.map(({ name, outcome }) => [name, outcome?.gone]).toSorted()).toEqual([
      ['Once for everybody', 0],
      ['What pays first', 0],
    ]);
    expect(said).toEqual(['Workplace platform: 8 months …']);
    await expect(makeDemo(ctx, { ...wish, platforms: [workplace] })).rejects.toThrow('wants an empty database');
  });
});
