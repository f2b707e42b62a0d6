/** Words that say nothing about what is claimed. */
const SMALL = new Set(
  'a an and are as at be by for from has have in is it its may of on or that the their them they this to with'.split(
    ' ',
  ),
);
/** With less than this part of their words in common, two titles claim different things. */
const SAME = 0.5;

/** Words that turn a claim round, or say how much of it; any of one line says what the others say. */
const WEIGHTY = [
  'no none zero not nor never nobody nothing neither without cannot',
  'all every each everybody everything always entirely fully',
  'most mostly usually majority',
  'some few sometimes partly several',
  'any anybody anything',
  'half',
  'only',
].map((line) => line.split(' '));
/** From two on: “one” is as good as “a”. */
const NUMBERS = 'two three four five six seven eight nine ten eleven twelve'.split(' ');

/** What a title denies, and how much it claims: numbers, and such words by their line. */
function weightOf(title: string): string {
  const words = title.toLowerCase().match(/\p{L}+n['’]t\b|\p{L}+|\d+(?:[.,]\d+)?/gu) ?? [];
  const weighty = words.flatMap((word) => {
    if (/^\d/.test(word)) return word.replace(',', '.');
    if (NUMBERS.includes(word)) return String(NUMBERS.indexOf(word) + 2);
    const line = /n['’]t$/.test(word) ? 0 : WEIGHTY.findIndex((one) => one.includes(word));
    return line === -1 ? [] : (WEIGHTY[line]?.[0] ?? []);
  });
  return weighty.sort().join(' ');
}

/** The stem is rough on purpose: plural and singular are one word. */
const wordsOf = (title: string) =>
  new Set((title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word)).map(stemOf));

const stemOf = (word: string) => word.replace(/(?:ing|ed|es|s)$/, '');

/**
 * Whether a title that was changed still makes the same claim: half of the words that matter are in both, and it denies nothing
 * else and claims it of as much as before.
 */
export function isSameClaim(before: string, after: string): boolean {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const all = new Set([...old, ...now]);
  const both = [...old].filter((word) => now.has(word));
  return (all.size === 0 || both.length / all.size >= SAME) && weightOf(before) === weightOf(after);
}
