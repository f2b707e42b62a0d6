import { afterAll, beforeEach, expect, test } from 'vitest';
import { saveDeactivatedAt } from '#db/queries/people.ts';
import { findPlatform } from '#server/catalogue/find-platform.ts';
import { adoptVersion } from '#server/rubrics/adopt-version.ts';
import { createDraft } from '#server/rubrics/create-draft.ts';
import { listVersions } from '#server/rubrics/list-versions.ts';
import { loadKeptRubrics } from '#server/rubrics/load-kept-rubrics.ts';
import { publishDraft, publishDraftInput } from '#server/rubrics/publish-draft.ts';
import { readDraft } from '#server/rubrics/read-draft.ts';
import { rubricOf } from '#server/rubrics/rubric-of.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { insertTestPerson } from '#tests/support/build-people.ts';
import {
  draftWith,
  forgetRubrics,
  LOWER,
  platform,
  publishWith,
  SHIPPED,
  versionTo,
} from '#tests/support/build-rubric-draft.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { token } from '#tests/support/test-context.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);

onBothDatabases('publishing a rubric', (makeDb) => {
  async function start() {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    return ctx;
  }
  const publish = (ctx: Awaited<ReturnType<typeof start>>, draft: object) =>
    publishDraft(ctx, publishDraftInput.parse(draft));

  test('a copy of a version has no faults, and is no version of its own', async () => {
    const ctx = await start();
    const draft = await draftWith(ctx, []);
    const { judgement, basedOn } = await readDraft(ctx, draft);
    expect(basedOn).toBe(SHIPPED);
    expect(judgement).toMatchObject({ findings: [], rubric: { id: 'cncf-platform', version: '1.0.0' }, exists: true });
    await expect(publish(ctx, draft)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('a changed threshold is MAJOR: a smaller step is refused with the right version', async () => {
    const ctx = await start();
    const small = await draftWith(ctx, [versionTo('1.1.0'), LOWER]);
    const { judgement } = await readDraft(ctx, small);
    expect(judgement.difference).toMatchObject({ bump: 'major', enough: false, rightVersion: '2.0.0' });
    await expect(publish(ctx, small)).rejects.toThrow('The right version is 2.0.0.');
    expect(await publishWith(ctx, '2.0.0', [LOWER])).toBe('cncf-platform@2.0.0');
    const { versions, drafts } = await listVersions(ctx, { platform });
    expect(versions.map(({ name, inUse }) => [name, inUse])).toContainEqual(['cncf-platform@2.0.0', false]);
    expect(versions.map(({ name, inUse }) => [name, inUse])).toContainEqual([SHIPPED, true]);
    expect(drafts?.map(({ id }) => id)).toEqual([small.draft]);
  });

  test('two hundred versions are enough for everybody: one more is refused, and the draft stays', async () => {
    const ctx = await start();
    await publishWith(ctx, '2.0.0', [LOWER]);
    const row = await ctx.db.selectFrom('rubricVersion').selectAll().executeTakeFirstOrThrow();
    const copies = Array.from({ length: 199 }, (_, i) => ({ ...row, packId: `copy-${i}`, files: '[]' }));
    await ctx.db.insertInto('rubricVersion').values(copies).execute();
    const draft = await draftWith(ctx, [versionTo('3.0.0'), LOWER]);
    await expect(publish(ctx, draft)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('200'),
    });
    expect((await listVersions(ctx, { platform })).drafts?.map(({ id }) => id)).toEqual([draft.draft]);
  });

  test('a version never changes, and the audit log says who made it', async () => {
    const ctx = await start();
    await publishWith(ctx, '2.0.0', [LOWER]);
    await expect(publishWith(ctx, '2.0.0', [LOWER])).rejects.toMatchObject({ code: 'CONFLICT' });
    const entries = await ctx.db.selectFrom('auditEntry').select(['action', 'subject', 'actorName']).execute();
    expect(entries.filter(({ action }) => action === 'rubric.publish')).toEqual([
      { action: 'rubric.publish', subject: 'cncf-platform@2.0.0', actorName: 'editor editor-1' },
    ]);
  });

  test('an editor of one platform writes a draft, and is told who publishes it', async () => {
    const ctx = await start();
    const { id: platformId } = await findPlatform(ctx, platform);
    const everywhere = { platformId: null, teamId: null };
    await insertTestPerson(ctx.db, { name: 'Ada', grants: [{ ...everywhere, role: 'admin' }] });
    await insertTestPerson(ctx.db, { name: 'Ben', grants: [{ ...everywhere, role: 'editor' }] });
    await insertTestPerson(ctx.db, { name: 'Vera', grants: [{ ...everywhere, role: 'viewer' }] });
    const gone = await insertTestPerson(ctx.db, { name: 'Gus', grants: [{ ...everywhere, role: 'editor' }] });
    await saveDeactivatedAt(ctx.db, gone.id, ctx.now().toISOString());
    const grants = [{ platformId, role: 'editor' as const, teamId: null }];
    const here = ctx.as(await insertTestPerson(ctx.db, { name: 'Eva', grants }));
    const draft = await draftWith(here, [versionTo('2.0.0'), LOWER]);
    expect(await readDraft(here, draft)).toMatchObject({ mayPublish: false, publishers: ['Ada', 'Ben'] });
    await expect(publish(here, draft)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await readDraft(ctx, draft)).toMatchObject({ mayPublish: true, publishers: null });
    await expect(publish(ctx, draft)).resolves.toMatchObject({ version: '2.0.0' });
  });

  test('a token publishes with a scope for every platform, and learns no names without leave to read', async () => {
    const ctx = await start();
    const { id: platformId } = await findPlatform(ctx, platform);
    const draft = await draftWith(ctx, [versionTo('2.0.0'), LOWER]);
    const ofOne = ctx.as(token(['rubrics:write'], platformId));
    expect(await readDraft(ofOne, draft)).toMatchObject({ mayPublish: false, publishers: null });
    await expect(publish(ofOne, draft)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(publish(ctx.as(token(['rubrics:write'])), draft)).resolves.toMatchObject({ version: '2.0.0' });
  });

  test('what lint finds is refused, with its file and line', async () => {
    const ctx = await start();
    const faulty = await draftWith(ctx, [versionTo('2.0.0'), { from: 'level: 2', to: 'level: 8' }]);
    const { judgement } = await readDraft(ctx, faulty);
    expect(judgement).toMatchObject({ rubric: null, difference: null });
    expect(judgement.findings[0]).toMatchObject({ file: 'criteria/interfaces.yaml', line: expect.any(Number) });
    await expect(publish(ctx, faulty)).rejects.toThrow(/criteria\/interfaces\.yaml:\d+/);
  });

  test('a draft that somebody changed meanwhile is not published', async () => {
    const ctx = await start();
    const draft = await draftWith(ctx, [versionTo('1.0.1'), { from: 'effort: 1\n', to: 'effort: 2\n' }]);
    await expect(publish(ctx, { ...draft, version: draft.version - 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(publish(ctx, draft)).resolves.toMatchObject({ version: '1.0.1' });
  });

  test('another process finds what was published and adopted a moment ago, and after a start too', async () => {
    const ctx = await start();
    const name = await publishWith(ctx, '2.0.0', [LOWER]);
    await adoptVersion(ctx, { platform, rubric: name });
    forgetRubrics();
    expect(rubricOf(await findPlatform(ctx, platform)).version).toBe('2.0.0');
    forgetRubrics();
    await loadKeptRubrics(ctx.db);
    expect(rubricOf({ packId: 'cncf-platform', packVersion: '2.0.0' }).pack.pack.version).toBe('2.0.0');
  });

  test('the next draft begins with the files as they were written', async () => {
    const ctx = await start();
    const name = await publishWith(ctx, '2.0.0', [
      LOWER,
      { from: '- id: INT-3.a', to: '# agreed in May\n- id: INT-3.a' },
    ]);
    const { id } = await createDraft(ctx, { platform, from: name });
    const { files } = await readDraft(ctx, { platform, draft: id });
    expect(files.find(({ file }) => file === 'criteria/interfaces.yaml')?.text).toContain('# agreed in May');
    expect(files.map(({ file }) => file)).toContain('locales/de.yaml');
  });
});
