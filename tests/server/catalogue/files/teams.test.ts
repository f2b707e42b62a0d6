import { expect, test } from 'vitest';
import { importFile } from '#server/catalogue/import-file.ts';
import { listTeams } from '#server/catalogue/list-teams.ts';
import { startFiles } from '#tests/support/build-file.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

const HEAD = 'key,name,parent,contact,archived';

onBothDatabases('a file of teams', (makeDb) => {
  const start = () => startFiles(makeDb, 'teams');

  test('adds and moves teams in whatever order they stand, and changes nothing the second time', async () => {
    const { ctx, put, look, take, actions } = await start();
    const lines = [HEAD, 'checkout,Checkout,commerce,@checkout,no', 'commerce,Commerce,,,', 'old,Old,commerce,,yes'];
    expect(await look(...lines)).toMatchObject({ add: 3, change: 0, same: 0, bad: 0, problems: [] });
    expect(await listTeams(ctx)).toEqual([]);
    expect(await put(...lines)).toEqual({ added: 3, changed: 0, same: 0 });
    expect(await listTeams(ctx)).toMatchObject([
      { key: 'checkout', parent: 'commerce', contact: '@checkout', archived: false },
      { key: 'commerce', parent: null, contact: null },
      { key: 'old', parent: 'commerce', archived: true },
    ]);
    expect(await put(...lines)).toEqual({ added: 0, changed: 0, same: 3 });
    expect(await actions()).toEqual(['catalogue.import', 'team.add', 'team.add', 'team.add']);
    // what a spreadsheet would run is set off by an apostrophe, and comes back as it was
    expect(await take()).toContain("checkout,Checkout,commerce,'@checkout,no\r\n");
    expect(await put(await take())).toEqual({ added: 0, changed: 0, same: 3 });
  });

  test('leaves alone what it has no column for, and clears what it leaves empty', async () => {
    const { ctx, put, look } = await start();
    await put(HEAD, 'commerce,Commerce,,,', 'checkout,Checkout,commerce,#checkout,');
    const preview = await look('key;name', 'checkout;Checkout & carts');
    expect(preview).toMatchObject({ delimiter: ';', change: 1 });
    expect(preview.rows).toEqual([
      {
        ...{ row: 2, subject: 'checkout', isNew: false },
        changes: [{ column: 'name', from: 'Checkout', to: 'Checkout & carts' }],
      },
    ]);
    await put('key;name', 'checkout;Checkout & carts');
    await put('key,parent', 'checkout,');
    expect((await listTeams(ctx)).find(({ key }) => key === 'checkout')).toMatchObject({
      ...{ name: 'Checkout & carts', parent: null, contact: '#checkout' },
    });
  });

  test('names every wrong cell and then writes none of its rows', async () => {
    const { ctx, put, look } = await start();
    const lines = [
      HEAD,
      'good,Good,,,',
      'Bad Key,Bad,,,',
      'nameless,,,,',
      'lost,Lost,nowhere,,',
      'good,Twin,,,',
      'a,A,b,,',
      'b,B,a,,',
      'run,=cmd|calc,,,',
      'maybe,Maybe,,,perhaps',
      'below,Below,gone,,',
      'gone,Gone,,,yes',
    ];
    const { problems, bad, add } = await look(...lines);
    expect({ bad, add }).toEqual({ bad: 10, add: 1 });
    expect(problems.map(({ row, column, reason }) => `${row} ${column}: ${reason}`)).toEqual([
      '3 key: Write a key of small letters, digits and single hyphens, such as "payments".',
      '4 name: Write a name.',
      '5 parent: There is no team "nowhere".',
      '6 key: "good" stands in row 2 already.',
      '7 parent: A team cannot belong to itself, also not by way of others.',
      '8 parent: A team cannot belong to itself, also not by way of others.',
      '9 name: "=cmd|calc" is a formula. Write what it comes to.',
      '10 archived: Write yes or no.',
      '11 parent: Gone is archived. Bring it back first, or choose another team to belong to.',
      '12 archived: Other teams belong to it. Move or archive them first: Below.',
    ]);
    await expect(put(...lines)).rejects.toThrow(/^Nothing was imported. row 3, key: .* And 7 more\.$/);
    expect(await listTeams(ctx)).toEqual([]);
  });

  test('makes no ring with what stands already', async () => {
    const { put } = await start();
    await put(HEAD, 'a,A,,,', 'b,B,a,,', 'c,C,b,,');
    await expect(put('key,parent', 'a,c')).rejects.toThrow('row 2, parent: A team cannot belong to itself');
  });

  test('takes 3 000 teams, the last one at the top', async () => {
    const { put } = await start();
    const rows = Array.from({ length: 3000 }, (_, n) => `t${n},Team ${n},${n % 10 === 9 ? '' : `t${n + 1}`}`);
    expect(await put('key,name,parent', ...rows)).toMatchObject({ added: 3000 });
  }, 60_000);

  test('is for editors', async () => {
    const { ctx } = await start();
    const viewer = importFile(ctx.as(person('viewer')), { kind: 'teams', csv: 'key,name\na,A', fileName: '' });
    await expect(viewer).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
