/** Words that say nothing about what is claimed. */
const SMALL = new Set(
  'a an and are as at be by for from has have in is it its may nor not of on or that the their them they this to with'.split(
    ' ',
  ),
);
/** With less than this part of their words in common, two titles claim different things. */
const SAME = 0.5;

/** The stem is rough on purpose: plural and singular are one word. */
const wordsOf = (title: string) =>
  new Set((title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word)).map(stemOf));

const stemOf = (word: string) => word.replace(/(?:ing|ed|es|s)$/, '');

/** Whether a title that was changed still makes the same claim: half of the words that matter are in both. */
export function isSameClaim(before: string, after: string): boolean {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const all = new Set([...old, ...now]);
  const both = [...old].filter((word) => now.has(word));
  return all.size === 0 || both.length / all.size >= SAME;
}
