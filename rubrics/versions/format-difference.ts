import type { Change } from './change.ts';
import type { Difference } from './compare-rubrics.ts';

/** A difference as text for a terminal: one part of the pack after the other, old and new side by side. */
export function formatDifference({ before, after, changes, renamed, bump, ...rest }: Difference): string {
  const title = `${before.id} ${before.version} → ${after.id} ${after.version}`;
  if (bump === 'none') return `${title}\nNo difference.\n`;
  const lines = [
    title,
    '',
    ...changes.flatMap(linesOf),
    ...renamed.map(({ from, to }) => `renamed     ${from} → ${to}`),
    '',
    before.id === after.id
      ? verdictOf(rest, bump, after.version)
      : 'These are two packs: their versions are their own.',
  ];
  return `${lines.join('\n')}\n`;
}

function linesOf({ part, id, name, kind, bump, reused, fields }: Change): string[] {
  const about = part === 'pack' ? name : `${id}  ${name}`;
  const claim = reused ? ', this id stood for another claim' : '';
  return [
    `${kind.padEnd(11)} ${part} ${about}  (${bump.toUpperCase()}${claim})`,
    ...fields.flatMap(({ field, before, after }) => [
      `    ${field}${before === null && after === null ? ': another order' : ''}`,
      ...(before === null ? [] : [`      − ${before}`]),
      ...(after === null ? [] : [`      + ${after}`]),
    ]),
  ];
}

function verdictOf({ rightVersion, enough }: Pick<Difference, 'rightVersion' | 'enough'>, bump: string, is: string) {
  const needed = `These changes are ${bump.toUpperCase()}`;
  return enough ? `${needed}: ${is} is right.` : `${needed}: the version must be ${rightVersion} or later, not ${is}.`;
}
