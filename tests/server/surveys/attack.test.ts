import { expect, test } from 'vitest';
import { bundleSchema } from '#rubrics/evidence/bundle.ts';
import { assembleBundle } from '#server/evidence/assemble-bundle.ts';
import { OPERATIONS } from '#server/rest/registry.ts';
import { rubricOf } from '#server/rubrics/rubric-of.ts';
import { closeCycle } from '#server/surveys/close-cycle.ts';
import { countParticipation } from '#server/surveys/count-participation.ts';
import { listCycles } from '#server/surveys/list-cycles.ts';
import { readCycle } from '#server/surveys/read-cycle.ts';
import { readParticipation } from '#server/surveys/read-participation.ts';
import { readResults } from '#server/surveys/read-results.ts';
import { openSurvey, respond, respondAll, surveyContext } from '#tests/support/build-survey.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

/** Two units; in the first a team of three and a unanimous one of seven, in the second one of eleven and one of nine. */
const TEAMS = {
  'unit-one': { invited: 0 },
  small: { invited: 3, parent: 'unit-one' },
  unanimous: { invited: 7, parent: 'unit-one' },
  'unit-two': { invited: 0 },
  eleven: { invited: 12, parent: 'unit-two' },
  nine: { invited: 10, parent: 'unit-two' },
};

const various = (n: number, from = 0) =>
  Array.from({ length: n }, (_, i) => ({
    usability: [1 + ((i + from) % 7), 1 + ((3 * i) % 7)] as [number, number],
    reason: ['saves-time', 'required', 'other'][(i + from) % 3] ?? 'other',
    clarity: 1 + ((i + from) % 5),
    comment: `said by ${from + i}`,
  }));
const alike = (n: number) =>
  Array.from({ length: n }, () => ({ usability: [7, 7] as [number, number], reason: 'required', clarity: 5 }));

onBothDatabases('an attacker with every screen, list, file and bundle', (makeDb) => {
  const published = async () => {
    const ctx = await surveyContext(await makeDb(), TEAMS);
    const { cycle, tokens } = await openSurvey(ctx, TEAMS);
    await respondAll(ctx, tokens.small, various(3));
    await respondAll(ctx, tokens.unanimous, alike(7));
    await respondAll(ctx, tokens.eleven, various(11, 10));
    await respondAll(ctx, tokens.nine, various(9, 30));
    const viewer = ctx.as(person('viewer'));
    const place = { platform: 'payments', cycle };
    const bundle = async () => {
      const platform = await ctx.db.selectFrom('platform').selectAll().executeTakeFirstOrThrow();
      return assembleBundle(ctx.db, { platform, rubric: rubricOf(platform), asOf: ctx.now() });
    };
    return { ctx, viewer, place, tokens, bundle };
  };

  test('learns nothing while the survey is open, and the bundle holds nothing of it', async () => {
    const { ctx, viewer, place, tokens, bundle } = await published();
    ctx.setNow('2026-11-23T00:00:00.000Z');
    await countParticipation(ctx);
    const before = JSON.stringify([await listCycles(viewer, place), await readCycle(viewer, place), await bundle()]);
    await expect(readResults(viewer, place)).rejects.toThrow('released once');
    await respond(ctx, tokens.nine?.[9], { clarity: 1 });
    expect(JSON.stringify([await listCycles(viewer, place), await readCycle(viewer, place), await bundle()])).toBe(
      before,
    );
    expect((await bundle()).surveys).toEqual([]);
  });

  test('finds no group below five, neither shown nor by subtraction, in results and bundle', async () => {
    const { ctx, viewer, place, bundle } = await published();
    await closeCycle(ctx, place);
    ctx.setNow('2026-11-22T12:00:01.000Z');
    const results = await readResults(viewer, place);
    const { surveys } = bundleSchema.parse(await bundle());
    for (const question of ['usability', 'reason-for-use', 'clarity-of-errors']) {
      const entries = surveys.filter((entry) => entry.question === question);
      const n = Object.fromEntries(entries.map(({ audience, n }) => [audience, n]));
      // unit-one: 10 = small 3 + unanimous 7: neither may be told; everything else is told apart as it is
      expect(n).toEqual({
        all: 30,
        'team:unit-one': 10,
        'team:small': null,
        'team:unanimous': null,
        'team:unit-two': 20,
        'team:eleven': 11,
        'team:nine': 9,
      });
      const slices = results.questions.find(({ key }) => key === question)?.slices;
      expect(Object.fromEntries(slices?.map(({ audience, n }) => [audience, n]) ?? [])).toEqual(n);
    }
    for (const { n, counts, mean, sd } of surveys.filter(({ n }) => n === null)) {
      expect([n, counts, mean, sd]).toEqual([null, null, null, null]);
    }
  });

  test('reads comments of large groups only, and no list tells how many there are elsewhere', async () => {
    const { ctx, viewer, place } = await published();
    await closeCycle(ctx, place);
    const results = await readResults(viewer, place);
    const comments = results.questions.find(({ key }) => key === 'open-comment');
    const readable = comments?.slices.filter((slice) => slice.comments !== null).map(({ audience }) => audience);
    // eleven: the rest of unit-two would be nine, below ten
    expect(readable).toEqual(['all', 'team:unit-one', 'team:unit-two']);
    const rows = await ctx.db.selectFrom('surveyComment').selectAll().execute();
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['capability', 'cycleId', 'id', 'question', 'teamId', 'text']);
  });

  test('gains nothing by asking again after people have left or teams were merged', async () => {
    const { ctx, viewer, place } = await published();
    await closeCycle(ctx, place);
    const first = await readResults(viewer, place);
    await ctx.db.updateTable('team').set({ parentId: null }).execute();
    expect(await readResults(viewer, place)).toEqual(first);
    await expect(closeCycle(ctx, place)).rejects.toThrow('closed already');
    expect(await readParticipation(ctx.db, 'payments')).toBeNull();
  });

  test('gets the same through the REST API, by its own schema', async () => {
    const { ctx, viewer, place } = await published();
    await closeCycle(ctx, place);
    const operation = OPERATIONS.find(({ path, method }) => method === 'GET' && path.endsWith('{cycle}/results'));
    const call = { params: place, request: new Request('http://localhost/'), readJson: async () => ({}) };
    const answer = await operation?.answer(viewer, call);
    const body: unknown = await answer?.json();
    expect(operation?.produces['application/json']?.parse(body)).toEqual(await readResults(viewer, place));
  });
});
