import { expect, onTestFinished, test } from 'vitest';
import { draftRubric } from '#server/demo/make-rubric-draft.ts';
import { PLATFORMS } from '#server/demo/organisation.ts';
import { listVersions } from '#server/rubrics/list-versions.ts';
import { readDraft } from '#server/rubrics/read-draft.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { makeSqlite } from '#tests/support/databases.ts';
import { person, testContext } from '#tests/support/test-context.ts';

test('the demo has a draft of a rubric that could be published', async () => {
  const { db, remove } = await makeSqlite();
  onTestFinished(remove);
  const ctx = testContext(db, person('editor'));
  const [shop] = PLATFORMS;
  if (shop === undefined) throw new Error('There is no platform in the demo.');
  await insertPlatformWithCapabilities(db);
  await db.updateTable('platform').set({ key: shop.key }).execute();
  const nowhere = () => {};
  const world = { operator: ctx, as: async () => ctx, goTo: nowhere, instant: String, settle: async () => {} };
  await draftRubric(world, shop);
  const { drafts } = await listVersions(ctx, { platform: shop.key });
  const { judgement } = await readDraft(ctx, { platform: shop.key, draft: drafts?.[0]?.id ?? '' });
  expect(judgement).toMatchObject({ findings: [], exists: false, difference: { bump: 'major', enough: true } });
});
