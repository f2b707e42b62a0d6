import type { Section } from './tracker.ts';

const beginOf = (mark: string) => `<!-- ${mark} -->`;
const endOf = (mark: string) => `<!-- /${mark} -->`;

/** Whether a body carries a mark. */
export const hasMark = (body: string, mark: string): boolean => body.includes(beginOf(mark));

/** What trackers make a link of by themselves, in which nothing else is read: a host with a dot, and what may follow it. */
const LINK = /(https?:\/\/(?:[a-z\d-]+\.)+[a-z\d-]+(?::\d{1,5})?(?:[/?#][\w/?#@:;,.=&%+~-]*)?)/i;

/**
 * A text as Markdown that says this text and does nothing: no mark-up, nobody mentioned, no other issue named, no quick action.
 * Plain addresses stay what they are.
 */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split(LINK)
    .map((part, index) => (index % 2 === 1 ? part : plainPart(part)))
    .join('')
    .replace(/^(\s*)([/=-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)\./gm, '$1\\.');

const plainPart = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>()#+|~!]/g, '\\$&')
    // a mention or reference is broken by a space without width
    .replace(/(@|\\#|\\!|%|&|\$|\\~)(?=[\w"\\])/g, '$1\u200b')
    .replace(/\bGH-(?=\d)/gi, 'GH\u200b-');

/** What Plumbline says in an issue, between two marks. */
function writeSection({ mark, address, facts, criteria }: Section): string {
  return [
    beginOf(mark),
    `**[Improvement in Plumbline](${address})**`,
    '',
    ...facts.map((fact) => `- ${plainMarkdown(fact)}`),
    '',
    'It should bring about:',
    '',
    ...criteria.map((criterion) => `- ${plainMarkdown(criterion)}`),
    '',
    '_Plumbline keeps this part up to date. Write above or below it._',
    endOf(mark),
  ].join('\n');
}

/** A body with this section in place of the one that was there, or at its end. Everything else stays as it is. */
export function putSection(body: string, section: Section): string {
  const [begin, end] = [beginOf(section.mark), endOf(section.mark)];
  const text = writeSection(section);
  const from = body.indexOf(begin);
  if (from === -1) return body.trim() === '' ? text : `${body.replace(/\s+$/, '')}\n\n${text}`;
  const until = body.indexOf(end, from);
  // somebody has removed the end: only what is surely ours is replaced
  const after = until === -1 ? from + begin.length : until + end.length;
  return body.slice(0, from) + text + body.slice(after);
}

/** The first body of an issue: what the improvement's author wrote, which belongs to people from then on, and the section. */
export const firstBody = (text: string, section: Section): string => putSection(plainMarkdown(text), section);
