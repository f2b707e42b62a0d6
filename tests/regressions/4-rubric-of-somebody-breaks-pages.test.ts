import { afterAll, beforeEach, expect, test } from 'vitest';
import { readDraft } from '#server/rubrics/read-draft.ts';
import { scoringContext } from '#tests/support/build-assessment.ts';
import { claimsContext, EDITOR } from '#tests/support/build-claims.ts';
import { draftWith, type Edit, forgetRubrics } from '#tests/support/build-rubric-draft.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);

const of = (from: string, to: string): Edit => ({ from, to });
const WINDOW = '- { metric: active-teams, statistic: latest, is: ">= 1", window: 180d, max_age: 180d }';

onBothDatabases('a draft whose times reach beyond all calendars', (makeDb) => {
  test.each([
    ['a window', of(WINDOW, WINDOW.replace('window: 180d', 'window: 99999999999d'))],
    ['an age without end', of(WINDOW, WINDOW.replace('max_age: 180d', `max_age: ${'9'.repeat(400)}d`))],
  ])('does not load: %s', async (_, edit) => {
    const db = await makeDb();
    await claimsContext(db);
    const ctx = scoringContext(db, EDITOR);
    const { judgement } = await readDraft(ctx, await draftWith(ctx, [edit]));
    expect(judgement.rubric).toBeNull();
    expect(JSON.stringify(judgement.findings)).toContain('longer than a century');
  });

  test('a link of its model that is a script is no address', async () => {
    const db = await makeDb();
    await claimsContext(db);
    const ctx = scoringContext(db, EDITOR);
    const url = 'url: https://tag-app-delivery.cncf.io/whitepapers/platform-eng-maturity-model/';
    const edit = { file: 'pack.yaml', from: url, to: 'url: "javascript:alert(1)"' };
    const { judgement } = await readDraft(ctx, await draftWith(ctx, [edit]));
    expect(judgement.rubric).toBeNull();
    expect(JSON.stringify(judgement.findings)).toContain('https://');
  });
});
