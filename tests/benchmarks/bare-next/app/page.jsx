import { readFileSync } from 'node:fs';
import { connection } from 'next/server';
import { createElement } from 'react';

/** The markup of the table as a tree of [tag, attributes, children], written by the benchmark. */
let table;

function render(node, key) {
  if (typeof node === 'string') return node;
  const [tag, attributes, children] = node;
  return createElement(tag, { key, ...attributes }, ...children.map(render));
}

export default async function Page() {
  await connection();
  table ??= JSON.parse(readFileSync(process.env.TABLE_FILE, 'utf8'));
  return render(table);
}
