/** What something is about, as one text: a metric and a capability ('' and null both mean: not one in particular). */
export const placeOf = ({ metric, capability }: { metric: string; capability: string | null }): string =>
  `${metric}\n${capability ?? ''}`;
