import { expect, test } from 'vitest';
import { exportGaps } from '#server/overview/export-gaps.ts';
import { listGaps } from '#server/overview/list-gaps.ts';
import { saveClaims } from '#server/self-assessment/save-claims.ts';
import { backlogContext } from '#tests/support/build-backlog.ts';
import { claimsContext, VIEWER } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('what is claimed, felt and measured', (makeDb) => {
  test('is listed with what differs first, and with how many cells nobody says anything of', async () => {
    const ctx = await backlogContext(await makeDb());
    // of what level 2 of Investment asks, metrics alone decide whether there are two maintainers: there is one
    const claims = [{ aspect: 'investment', capability: 'data', claimed: 3.5 }];
    await saveClaims(ctx, { platform: 'payments', claims });
    const { id } = await ctx.db.selectFrom('platform').select('id').executeTakeFirstOrThrow();
    await ctx.rescore(id);
    const read = await listGaps(ctx.as(VIEWER), { platform: 'payments' });
    expect(read.cells[0]).toMatchObject({ capability: 'data', aspect: 'investment', claimed: 3.5, felt: null });
    expect(read.cells.length + read.silent).toBe(13 * 5);
    // two of the three metrics that Investment asks for are known of data
    expect(read.cells[0]).toMatchObject({
      ...{ measured: 1, measuredCoverage: 0.666667, gaps: [{ higher: 'claimed', lower: 'measured', size: 2.5 }] },
    });
    // what no evidence decides is not known, and no level 1
    expect(read.cells.filter(({ felt, measured }) => felt === null && measured === null)).toEqual([]);
    expect(read.cells.some(({ capability }) => capability === 'apis')).toBe(false);
    const csv = await (await exportGaps(ctx, { platform: 'payments' })).text();
    expect(csv).toContain('data,investment,1,3.5,,,1,');
  });

  test('is empty where nothing has been scored', async () => {
    const ctx = await claimsContext(await makeDb());
    expect(await listGaps(ctx, { platform: 'payments' })).toMatchObject({ asOf: null, cells: [], silent: 0 });
  });
});
