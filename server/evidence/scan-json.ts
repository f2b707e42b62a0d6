const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);

export type JsonShape = {
  /** how many `"key":` there are, doubled ones included */
  keys: number;
  depth: number;
};

/** Counts keys and nesting in JSON text without building anything: what `JSON.parse` cannot tell afterwards. */
export function scanJson(text: string): JsonShape {
  let keys = 0;
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === COLON) keys += 1;
    else if (OPEN.has(code)) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (CLOSE.has(code)) depth -= 1;
  }
  return { keys, depth: deepest };
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, quote: number): boolean {
  let index = quote - 1;
  while (text.charCodeAt(index) === BACKSLASH) index -= 1;
  return (quote - index) % 2 === 0;
}

/** How many keys a parsed value holds; fewer than `scanJson` counted means that some key stood there twice. */
export function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countKeys(item), 0);
  const values = Object.values(value);
  return values.reduce<number>((sum, item) => sum + countKeys(item), values.length);
}

/** The texts of the elements of the first array in a valid JSON text. */
export function elementTexts(text: string): string[] {
  const start = firstArray(text);
  const texts: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (OPEN.has(code)) depth += 1;
    else if (CLOSE.has(code)) {
      depth -= 1;
      if (depth === 0) {
        texts.push(text.slice(from, index));
        break;
      }
    } else if (code === 0x2c && depth === 1) {
      texts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return texts;
}

function firstArray(text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === 0x5b) return index;
  }
  return text.length;
}
