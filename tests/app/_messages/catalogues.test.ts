import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogues } from '#app/_messages/registry.ts';
import type { Message, Messages } from '#app/_messages/text.ts';
import { readFiles, visit } from '#tests/support/source-tree.ts';

const isMessage = (value: Message | Messages): value is Message =>
  typeof value === 'string' || (typeof value.one === 'string' && typeof value.other === 'string');

/** Every sentence of a catalogue by its dotted key. */
function sentencesOf(messages: Messages, prefix = ''): Map<string, Message> {
  const found = Object.entries(messages).flatMap(([key, value]) =>
    isMessage(value) ? [[prefix + key, value] as const] : [...sentencesOf(value, `${prefix}${key}.`)],
  );
  return new Map(found);
}

const formsOf = (message: Message) => (typeof message === 'string' ? [message] : [message.one, message.other]);
const placeholders = (form: string) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const english = sentencesOf(catalogues.en);

describe.each(Object.entries(catalogues))('the catalogue "%s"', (_locale, messages) => {
  const sentences = sentencesOf(messages);

  test('says everything that English says, and nothing else', () => {
    expect([...sentences.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('leaves no sentence empty', () => {
    const empty = [...sentences].filter(([, message]) => formsOf(message).some((form) => form.trim() === ''));
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  test('names the same values as English', () => {
    const differing = [...sentences].filter(([key, message]) => {
      const wanted = new Set(formsOf(english.get(key) ?? '').flatMap(placeholders));
      return formsOf(message).some((form) => placeholders(form).some((name) => !wanted.has(name)));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('a plural has both forms and both may say the number', () => {
    const odd = [...sentences].filter(
      ([, message]) => typeof message !== 'string' && placeholders(message.other).length === 0,
    );
    expect(odd.map(([key]) => key)).toEqual([]);
  });
});

test('every folder of a language is in the registry', () => {
  const registry = readFileSync('app/_messages/registry.ts', 'utf8');
  for (const { path } of readFiles(['app/_messages/*/registry.ts'])) {
    expect(registry).toContain(path.replace('app/_messages', '.'));
  }
});

/** Words between tags, and in the attributes that people see or hear. */
function literalsOf(file: { path: string; text: string }): string[] {
  const found: string[] = [];
  const isWord = (text: string) => /\p{L}{2}/u.test(text);
  visit(file, {
    JSXText: ({ value }) => {
      if (isWord(value)) found.push(`${file.path}: ${value.trim()}`);
    },
    JSXAttribute: ({ name, value }) => {
      const seen =
        name.type === 'JSXIdentifier' && ['aria-label', 'alt', 'label', 'placeholder', 'title'].includes(name.name);
      if (seen && value?.type === 'Literal' && isWord(String(value.value))) found.push(`${file.path}: ${value.value}`);
    },
  });
  return found;
}

test('no screen says a word that is not in the catalogue', () => {
  expect(readFiles(['app/**/*.tsx']).flatMap(literalsOf)).toEqual([]);
});

test('a word written into a screen is seen', () => {
  expect(literalsOf({ path: 'app/planted.tsx', text: 'const planted = <p title="Hello">Good day</p>;' })).toHaveLength(
    2,
  );
});
