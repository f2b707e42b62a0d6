/** A formatted number with the minus of mathematics, as wide as the plus; many locales write a hyphen. */
export const trueMinus = (number: string): string => number.replace('-', '−');
