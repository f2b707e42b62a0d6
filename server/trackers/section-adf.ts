import { z } from 'zod';
import type { Section } from './tracker.ts';

/** Jira keeps descriptions as a tree (Atlassian Document Format); of a foreign one only the top is looked at. */
const documentSchema = z.looseObject({
  type: z.literal('doc'),
  version: z.int(),
  content: z.array(
    z.looseObject({ type: z.string(), attrs: z.looseObject({ title: z.string().optional() }).optional() }),
  ),
});
export type AdfDocument = z.output<typeof documentSchema>;

const TITLE = 'Plumbline';
const EMPTY: AdfDocument = { type: 'doc', version: 1, content: [] };

const words = (text: string) => ({ type: 'text', text });
const paragraph = (content: object[]) => ({ type: 'paragraph', content });
const list = (lines: readonly string[]) => ({
  type: 'bulletList',
  content: lines.map((line) => ({ type: 'listItem', content: [paragraph([words(line)])] })),
});

/** What Plumbline says in an issue: a part that folds, known by its title. */
function writeSection({ address, facts, criteria }: Section): AdfDocument['content'][number] {
  const link = { type: 'text', text: 'Improvement in Plumbline', marks: [{ type: 'link', attrs: { href: address } }] };
  return {
    type: 'expand',
    attrs: { title: TITLE },
    content: [
      paragraph([link]),
      ...(facts.length === 0 ? [] : [list(facts)]),
      paragraph([words('It should bring about:')]),
      list(criteria),
      paragraph([words('Plumbline keeps this part up to date. Write above or below it.')]),
    ],
  };
}

/** A description as Jira gave it; none is an empty one. Null: it is none of this form. */
export function readAdf(body: string): AdfDocument | null {
  if (body === '') return EMPTY;
  const parsed = documentSchema.safeParse(JSON.parse(body));
  return parsed.success ? parsed.data : null;
}

/** A description with this section in place of the one that was there, or at its end. Everything else stays as it is. */
export function putAdfSection(document: AdfDocument, section: Section): AdfDocument {
  const own = writeSection(section);
  const at = document.content.findIndex(({ type, attrs }) => type === 'expand' && attrs?.title === TITLE);
  const content = at === -1 ? [...document.content, own] : document.content.with(at, own);
  return { ...document, content };
}

/** The first description of an issue: what the improvement's author wrote, and the section. */
export function firstAdf(text: string, section: Section): AdfDocument {
  const blocks = text.split(/\n{2,}/).filter((block) => block.trim() !== '');
  return putAdfSection({ ...EMPTY, content: blocks.map((block) => paragraph([words(block)])) }, section);
}
