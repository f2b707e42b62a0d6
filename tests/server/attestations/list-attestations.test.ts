import { expect, test } from 'vitest';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { listAttestations } from '#server/attestations/list-attestations.ts';
import { attestationOperations } from '#server/attestations/operations.ts';
import { reviewAttestation } from '#server/attestations/review-attestation.ts';
import { claimsContext, OTHER_EDITOR, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const given = { platform: 'payments', capability: 'data', answer: 'yes', link: 'https://wiki.example.org/data' };

async function threeAnswers(ctx: TestContext) {
  const contact = await answerCriterion(ctx.as(OWNER), { ...given, criterion: 'INV-2.c' });
  ctx.setNow('2026-11-23T12:00:00.000Z');
  await answerCriterion(ctx, { ...given, criterion: 'INV-2.a', capability: null });
  ctx.setNow('2026-11-24T12:00:00.000Z');
  await answerCriterion(ctx, { ...given, criterion: 'INV-2.c', capability: 'messaging' });
  await reviewAttestation(ctx.as(OTHER_EDITOR), { id: contact.id, accept: true });
}

onBothDatabases('listing answers', (makeDb) => {
  test('names people, the newest first, and filters by criterion and place', async () => {
    const ctx = (await claimsContext(await makeDb())).as(VIEWER);
    await threeAnswers(ctx.as({ kind: 'system', name: 'set-up' }));
    const list = async (wanted: object) =>
      (await listAttestations(ctx, { platform: 'payments', ...wanted })).map(
        ({ criterion, capability }) => `${criterion} ${capability}`,
      );
    expect(await list({})).toEqual(['INV-2.c messaging', 'INV-2.a null', 'INV-2.c data']);
    expect(await list({ criterion: 'INV-2.c' })).toEqual(['INV-2.c messaging', 'INV-2.c data']);
    expect(await list({ capability: 'data' })).toEqual(['INV-2.c data']);
    expect(await list({ capability: null })).toEqual(['INV-2.a null']);
    const [data] = await listAttestations(ctx, { platform: 'payments', capability: 'data' });
    expect(data).toMatchObject({ answeredBy: 'Name of olga', reviewedBy: 'Name of otto', review: 'accepted' });
    expect(data).not.toHaveProperty('platformId');
  });

  test('the API lists them by page and as it has described them', async () => {
    const ctx = await claimsContext(await makeDb());
    await threeAnswers(ctx);
    const list = attestationOperations.find(({ method }) => method === 'GET');
    const page = async (cursor?: string) => {
      const query = new URLSearchParams({ limit: '2', ...(cursor ? { cursor } : {}) });
      const request = new Request(`http://127.0.0.1/?${query}`);
      const answer = await list?.answer(ctx, { params: { platform: 'payments' }, request, readJson: async () => null });
      const body: unknown = await answer?.json();
      return list?.produces['application/json']?.parse(body);
    };
    const first = await page();
    expect(first).toMatchObject({ items: [{ capability: 'data' }, { capability: null }] });
    const { nextCursor } = first as { nextCursor: string };
    expect(await page(nextCursor)).toMatchObject({ items: [{ capability: 'messaging' }], nextCursor: null });
  });
});
