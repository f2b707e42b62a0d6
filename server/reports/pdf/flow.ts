/** A word that no line of a column may hold. */
const LONG_WORD = /[^\s-]{28}/;

/** Running text. Only where a word would run out of its column may lines break within words. */
export const flow = (text: string) =>
  LONG_WORD.test(text) && !isHash(text) ? { text, wordBreak: 'break-all' as const } : { text };

/** A SHA-256: it stands on one line or not at all. */
export const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);
