import { expect, test } from 'vitest';
import { listTargets } from '#server/catalogue/list-targets.ts';
import { readSettings } from '#server/catalogue/read-settings.ts';
import { startFiles } from '#tests/support/build-file.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { START } from '#tests/support/test-context.ts';

const HEAD = 'capability,aspect,level';

onBothDatabases('a file of targets', (makeDb) => {
  const start = () => startFiles(makeDb, 'targets');

  test('sets levels, returns others to the default, and leaves the rest and the past alone', async () => {
    const { db, ctx, platformId, put, take } = await start();
    await put(HEAD, 'security,adoption,4', 'security,interfaces,2');
    ctx.setNow('2026-11-23T12:00:00.000Z');
    const lines = [HEAD, 'security,adoption,default', 'observability,adoption,3', 'observability,interfaces,'];
    expect(await put(...lines)).toEqual({ added: 0, changed: 2, same: 1 });
    const held = [
      { capability: 'observability', aspect: 'adoption', level: 3 },
      { capability: 'security', aspect: 'interfaces', level: 2 },
    ];
    expect(await listTargets(ctx, { platform: 'payments' })).toEqual(held);
    expect(await take()).toBe(`${HEAD}\r\nobservability,adoption,3\r\nsecurity,interfaces,2\r\n`);
    expect(ctx.rescored).toEqual([platformId, platformId]);
    const past = await readSettings(db, platformId, START);
    expect(past.targets).toHaveLength(2);
    expect(past.targets[0]).toEqual({ capability: 'security', aspect: 'adoption', level: 4 });
  });

  test('names every wrong cell and then writes none of its rows', async () => {
    const { ctx, put, look } = await start();
    const lines = [
      HEAD,
      'data,adoption,3',
      'security,beauty,3',
      'security,adoption,5',
      'security,adoption,high',
      'security,measurement,3',
    ];
    const { problems } = await look(...lines);
    expect(problems.map(({ row, column, reason }) => `${row} ${column}: ${reason}`)).toEqual([
      '2 capability: This platform has no capability "data".',
      '3 aspect: There is no aspect "beauty"; there are investment, adoption, interfaces, operations, measurement.',
      '4 level: A target is one of the levels 1, 2, 3, 4.',
      '5 level: Write a level such as 3, or default.',
      '5 capability: "security/adoption" stands in row 4 already.',
    ]);
    await expect(put(...lines)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await listTargets(ctx, { platform: 'payments' })).toEqual([]);
  });
});
