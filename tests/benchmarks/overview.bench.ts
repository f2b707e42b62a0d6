import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { startBareNext } from '#tests/support/bare-next.ts';
import { buildTwoYears } from '#tests/support/build-two-years.ts';
import { startBuiltProduct } from '#tests/support/built-product.ts';
import { measurePage, percentile } from '#tests/support/load.ts';
import { PLATFORM } from '#tests/support/machine-client.ts';
import { signIn } from '#tests/support/sign-in.ts';

/**
 * The Overview of a platform with every capability and two years of history, signed in, four visitors at once; beside it a
 * bare Next page that renders the same table from memory. Both take turns, so that whatever else the machine does falls on both.
 */
const AT_ONCE = 4;
const TURN = 60;
const TURNS = Number(process.env.OVERVIEW_TURNS ?? 6);

type Tree = string | [tag: string, attributes: Record<string, unknown>, children: Tree[]];
type DomNode = { nodeType: number; textContent: string | null; childNodes: Iterable<DomNode> };
type DomElement = DomNode & { tagName: string; attributes: Iterable<{ name: string; value: string }> };

const styleOf = (text: string) =>
  Object.fromEntries(
    text.split(';').flatMap((part) => {
      const [name = '', ...value] = part.split(':');
      const key = name
        .trim()
        .replace(/^(?!--)(.*)$/, (all) => all.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()));
      return key === '' ? [] : [[key, value.join(':').trim()]];
    }),
  );

/** The markup of a table as data that the bare page renders through React, attribute by attribute. */
function treeOf(node: DomNode): Tree[] {
  if (node.nodeType === 3) return [node.textContent ?? ''];
  if (node.nodeType !== 1) return [];
  const { tagName, attributes, childNodes } = node as DomElement;
  const given = [...attributes].map(({ name, value }) => {
    if (name === 'class') return ['className', value];
    return name === 'style' ? ['style', styleOf(value)] : [name, value];
  });
  return [[tagName.toLowerCase(), Object.fromEntries(given), [...childNodes].flatMap(treeOf)]];
}

function tableOf(html: string): Tree {
  const { document } = new Window();
  document.body.innerHTML = html.slice(html.indexOf('<table'), html.indexOf('</table>') + '</table>'.length);
  const [table] = treeOf(document.body.firstElementChild as unknown as DomNode);
  if (table === undefined) throw new Error('The overview shows no table.');
  return table;
}

const folder = mkdtempSync(join(tmpdir(), 'plumbline-overview-'));
const databaseUrl = `file:${join(folder, 'plumbline.db')}`;
const { db, close } = await openDatabase(databaseUrl);
await migrate(db);
console.log('Living through two years …');
await buildTwoYears(db);
const { days, quarters } = await db
  .selectNoFrom((eb) => [
    eb
      .selectFrom('scorecardDay')
      .select((one) => one.fn.countAll<number>().as('n'))
      .as('days'),
    eb
      .selectFrom('assessment')
      .select((one) => one.fn.countAll<number>().as('n'))
      .as('quarters'),
  ])
  .executeTakeFirstOrThrow();
await close();
console.log(`${days} daily scorecards, ${quarters} published quarters`);

const product = await startBuiltProduct({ DATABASE_URL: databaseUrl });
const cookie = await signIn(product.url);
const page = `${product.url}/p/${PLATFORM.key}`;
const html = await (await fetch(page, { headers: { cookie } })).text();
const tableFile = join(folder, 'table.json');
writeFileSync(tableFile, JSON.stringify(tableOf(html)));
const bare = await startBareNext({ TABLE_FILE: tableFile }, '/');
const bareHtml = await (await fetch(bare.url)).text();
console.log(`pages: ours ${html.length} bytes, bare ${bareHtml.length} bytes`);

const load = { headers: { cookie, accept: 'text/html' }, requests: TURN, atOnce: AT_ONCE };
const ours: number[] = [];
const theirs: number[] = [];
await measurePage(page, load);
await measurePage(bare.url, load);
for (let turn = 0; turn < TURNS; turn += 1) {
  ours.push(...(await measurePage(page, load)));
  theirs.push(...(await measurePage(bare.url, load)));
}
await product.stop();
await bare.stop();
rmSync(folder, { recursive: true, force: true });

const [our, rival] = [percentile(ours, 0.95), percentile(theirs, 0.95)];
console.log(`p50: ours ${percentile(ours, 0.5).toFixed(1)} ms, bare ${percentile(theirs, 0.5).toFixed(1)} ms`);
const name = 'Overview, signed in, four at once, two years: p95 against a bare page with the same table';
console.log(JSON.stringify({ name, unit: 'ms', ours: our, rival, ratio: our / rival, goal: '<= 1.5' }));
