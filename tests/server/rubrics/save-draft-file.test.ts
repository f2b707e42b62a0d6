import { afterAll, beforeEach, expect, test } from 'vitest';
import { createDraft, createDraftInput } from '#server/rubrics/create-draft.ts';
import { discardDraft } from '#server/rubrics/discard-draft.ts';
import { readDraft } from '#server/rubrics/read-draft.ts';
import { saveDraftFile, saveDraftFileInput } from '#server/rubrics/save-draft-file.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { draftWith, forgetRubrics, INTERFACES, platform, SHIPPED } from '#tests/support/build-rubric-draft.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);

/** Each alias holds nine of the one before: nine to the ninth texts. */
const BOMB = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghi'].join('\n').replace(/^([b-i])$/gm, (key) => {
  const before = String.fromCharCode(key.charCodeAt(0) - 1);
  return `${key}: &${key} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`;
});

onBothDatabases('writing a draft', (makeDb) => {
  async function start() {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    return ctx;
  }

  test('of two people who write at once the second is told, and the first keeps what they wrote', async () => {
    const ctx = await start();
    const draft = await draftWith(ctx, []);
    const other = ctx.as(person('editor', { id: 'editor-2' }));
    await saveDraftFile(ctx, { ...draft, file: INTERFACES, text: 'mine' });
    await expect(saveDraftFile(other, { ...draft, file: INTERFACES, text: 'theirs' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(discardDraft(other, draft)).rejects.toMatchObject({ code: 'CONFLICT' });
    const { files, version } = await readDraft(other, draft);
    expect(files.find(({ file }) => file === INTERFACES)?.text).toBe('mine');
    expect(version).toBe(2);
  });

  test('a file that is taken away is gone, and one that is missing cannot be', async () => {
    const ctx = await start();
    const draft = await draftWith(ctx, []);
    await saveDraftFile(ctx, { ...draft, file: 'locales/de.yaml', text: null });
    const { files } = await readDraft(ctx, draft);
    expect(files.map(({ file }) => file)).not.toContain('locales/de.yaml');
    const again = { ...draft, version: 2, file: 'locales/fr.yaml', text: null };
    await expect(saveDraftFile(ctx, again)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test.each([
    ['a bomb of aliases', BOMB],
    ['a text nested without end', '['.repeat(100_000)],
    ['no YAML', 'a: [b'],
    ['a list in place of a pack', '- a\n- b\n'],
  ])('%s is a finding, and nothing breaks', async (_, text) => {
    const ctx = await start();
    const draft = await draftWith(ctx, []);
    await saveDraftFile(ctx, { ...draft, file: 'pack.yaml', text });
    const { judgement } = await readDraft(ctx, draft);
    expect(judgement.rubric).toBeNull();
    expect(judgement.findings.length).toBeGreaterThan(0);
  });

  test('too much is refused before it is kept', async () => {
    const ctx = await start();
    const draft = await draftWith(ctx, []);
    const large = 'x'.repeat(1_500_000);
    await saveDraftFile(ctx, { ...draft, file: 'locales/fr.yaml', text: large });
    const more = { ...draft, version: 2, file: 'locales/it.yaml', text: large };
    await expect(saveDraftFile(ctx, more)).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  });

  test('those who may only read neither see drafts nor write them', async () => {
    const ctx = await start();
    const draft = await draftWith(ctx, []);
    const reader = ctx.as(person('viewer'));
    await expect(readDraft(reader, draft)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(createDraft(reader, { platform, from: SHIPPED })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(readDraft(ctx.as(person('editor', { platformId: 'elsewhere' })), draft)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('a draft begins with a version or with files, not with both or neither', async () => {
    const ctx = await start();
    const files = [{ file: 'pack.yaml', text: 'id: own\n' }];
    await expect(createDraft(ctx, { platform })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(createDraft(ctx, { platform, from: SHIPPED, files })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(createDraft(ctx, { platform, files: [...files, ...files] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(createDraft(ctx, { platform, files })).resolves.toMatchObject({ version: 1 });
    await expect(createDraft(ctx, { platform, from: 'nobody@1.0.0' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test.each(['../pack.yaml', '/etc/passwd', 'criteria/../../x.yaml', 'criteria\\x.yaml', 'notes.txt', 'criteria/.yaml'])(
  'a file cannot be called %s',
  (file) => {
    const draft = { platform, draft: 'x', version: 1, text: '' };
    expect(saveDraftFileInput.safeParse({ ...draft, file }).success).toBe(false);
    expect(createDraftInput.safeParse({ platform, files: [{ file, text: '' }] }).success).toBe(false);
  },
);
