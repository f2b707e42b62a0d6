import { expect, test } from 'vitest';
import { listCapabilities } from '#server/catalogue/list-capabilities.ts';
import { saveTeam } from '#server/catalogue/save-team.ts';
import { startFiles } from '#tests/support/build-file.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const platform = 'payments';
const DEVEX = { key: 'devex', name: 'DevEx', parent: null, contact: null, archived: false };

onBothDatabases('a file of capabilities', (makeDb) => {
  const start = () => startFiles(makeDb, 'capabilities');

  test('adds the rubric’s by their key and one’s own by a name, and scores once', async () => {
    const { ctx, platformId, put, take } = await start();
    await saveTeam(ctx, DEVEX);
    const lines = [
      'key;name;owner;weight;mandatory;state',
      'messaging;;devex;1,5;yes;',
      'quantum;Quantum;;;;not_offered',
      'security;;devex;;;',
    ];
    expect(await put(...lines)).toEqual({ added: 2, changed: 1, same: 0 });
    expect(ctx.rescored).toEqual([platformId]);
    const rows = await listCapabilities(ctx, { platform });
    expect(rows.map(({ key }) => key)).toEqual(['observability', 'security', 'messaging', 'quantum']);
    expect(rows[2]).toMatchObject({ ownerTeam: 'devex', weight: 1.5, mandatory: true, state: 'offered' });
    expect(rows[2]?.description).not.toBe('');
    expect(rows[3]).toMatchObject({ name: 'Quantum', ownerTeam: null, state: 'not_offered' });
    expect(await put(...lines)).toEqual({ added: 0, changed: 0, same: 3 });
    expect(await put(await take())).toEqual({ added: 0, changed: 0, same: 4 });
    expect(ctx.rescored).toHaveLength(1);
  });

  test('names every wrong cell and then writes none of its rows', async () => {
    const { ctx, put, look } = await start();
    await saveTeam(ctx, { ...DEVEX, archived: true });
    const lines = [
      'key,name,description,owner,consumption,mandatory,weight,state',
      `long,Long,${'x'.repeat(1001)},,,,,`,
      'nameless,,,,,,,',
      'security,,,nobody,sometimes,ja,101,gone',
      'data,,,devex,,,-1,',
      'apis,,,,,,,',
    ];
    const { problems, add } = await look(...lines);
    expect(add).toBe(1);
    expect(problems.map(({ row, column, reason }) => `${row} ${column}: ${reason}`)).toEqual([
      '2 description: Write at most 1000 characters.',
      '3 name: A capability of your own needs a name.',
      '4 consumption: Write requested, implicit or interactive.',
      '4 state: Write offered, not_offered or archived.',
      '4 mandatory: Write yes or no.',
      '4 weight: Write a number from 0 to 100.',
      '4 owner: There is no team "nobody".',
      '5 weight: Write a number from 0 to 100.',
      '5 owner: DevEx is archived. Choose another team as owner.',
    ]);
    await expect(put(...lines)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect((await listCapabilities(ctx, { platform })).length).toBe(2);
    expect(ctx.rescored).toEqual([]);
  });
});
