/** Values are sorted before they are summed, so that the order of cells never shows; whole numbers need no sorting for that. */
export function sumSorted<T>(items: readonly T[], amountOf: (item: T) => number): number {
  let sum = 0;
  let whole = true;
  for (const item of items) {
    const amount = amountOf(item);
    sum += amount;
    if (!Number.isSafeInteger(amount)) whole = false;
  }
  if (whole) return sum;
  return Float64Array.from(items, amountOf)
    .sort()
    .reduce((total, amount) => total + amount, 0);
}
