import type { Folded, Offer } from './fold-program.ts';

/**
 * Buys, again and again, the level that brings most for what it still costs. Quick, always within the budget, and at times
 * far from the best: it is where the search begins, and what is shown if the search is cut short before it has found more.
 * Returns the numbers of the offers taken.
 */
export function pickGreedily({ offers, shared, left }: Folded): Set<number> {
  const taken = new Set<number>();
  const paid = new Set<number>();
  let rest = left;
  for (;;) {
    const bundles = offers.flatMap((_, i) => (taken.has(i) ? [] : [bundleOf(offers, shared, { i, taken, paid })]));
    const affordable = bundles.filter(({ cost }) => cost <= rest);
    const best = affordable.reduce<Bundle | null>(
      (a, b) => (a === null || b.gain * a.cost > a.gain * b.cost ? b : a),
      null,
    );
    if (best === null) return taken;
    for (const offer of best.offers) taken.add(offer);
    for (const group of best.groups) paid.add(group);
    rest -= best.cost;
  }
}

type Bundle = { offers: number[]; groups: number[]; cost: number; gain: number };
type Standing = { i: number; taken: ReadonlySet<number>; paid: ReadonlySet<number> };

/** A level with those below it that are not there yet. */
function bundleOf(offers: readonly Offer[], shared: readonly number[], { i, taken, paid }: Standing): Bundle {
  const bundle: Bundle = { offers: [], groups: [], cost: 0, gain: 0 };
  for (let at: number | null = i; at !== null && !taken.has(at); at = offers[at]?.below ?? null) {
    const offer: Offer | undefined = offers[at];
    if (offer === undefined) break;
    bundle.offers.push(at);
    bundle.groups.push(...offer.shared.filter((group) => !paid.has(group)));
    bundle.cost += offer.cost;
    bundle.gain += offer.rung.gain;
  }
  bundle.cost += bundle.groups.reduce((sum, group) => sum + (shared[group] ?? 0), 0);
  return bundle;
}
