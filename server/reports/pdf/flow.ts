/** A word that no line of a column may hold. */
const LONG_WORD = /[^\s-]{28}/;

type Part = { text: string; wordBreak?: 'break-all' };

/** Running text. Lines break within a word only where it would run out of its column, and all other words stay whole. */
export function flow(text: string): { text: string | Part[] } {
  if (!LONG_WORD.test(text) || isHash(text)) return { text };
  return { text: text.split(/(?<=\s)(?=\S)/).reduce(joined, []) };
}

function joined(parts: Part[], word: string): Part[] {
  const last = parts.at(-1);
  if (LONG_WORD.test(word)) return [...parts, { text: word, wordBreak: 'break-all' }];
  if (last === undefined || last.wordBreak !== undefined) return [...parts, { text: word }];
  return [...parts.slice(0, -1), { text: last.text + word }];
}

/** A SHA-256: it stands on one line or not at all. */
export const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);
