/** At most `most` items, evenly apart, the newest always among them. */
export function thinOut<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, index) => (items.length - 1 - index) % step === 0);
}
