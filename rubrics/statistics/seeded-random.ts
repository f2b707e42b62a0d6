/**
 * Numbers that look random and are the same for the same seed, everywhere: xoshiro128** of Blackman and Vigna (2018), its
 * state filled by SplitMix64 as its authors advise. For resampling, so that a figure can be computed again; never for secrets.
 */
export type SeededRandom = {
  /** the next whole number from 0 to below 2³² */
  next: () => number;
  /** a whole number from 0 to below `bound`, each as likely as any other; `bound` is 1 to 2³² */
  below: (bound: number) => number;
};

const TWO_32 = 2 ** 32;

/** The generator of a seed: a whole number of 0 or more. */
export function seededRandom(seed: number): SeededRandom {
  const draw = splitMix64(BigInt(seed));
  const [first, second] = [draw(), draw()];
  const low = (word: bigint) => Number(BigInt.asUintN(32, word));
  return xoshiro128([low(first), low(first >> 32n), low(second), low(second >> 32n)]);
}

type State = [number, number, number, number];

/** The generator from a state of four 32-bit words that are not all zero. */
export function xoshiro128(state: State): SeededRandom {
  let [a, b, c, d] = state;
  function next(): number {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  }
  function below(bound: number): number {
    // what is left over at the top would make small numbers likelier
    const fair = TWO_32 - (TWO_32 % bound);
    for (;;) {
      const drawn = next();
      if (drawn < fair) return drawn % bound;
    }
  }
  return { next, below };
}

const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by));

/** Steele, Lea and Flood's generator, which makes unlike states of like seeds. */
export function splitMix64(seed: bigint): () => bigint {
  let state = seed;
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let mixed = state;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return mixed ^ (mixed >> 31n);
  };
}
