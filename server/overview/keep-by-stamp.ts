/**
 * Keeps what was made last for each of a few keys, and makes it again when its stamp has changed: for what every page reads
 * and a recompute changes once a minute at most. What is kept is shared; nobody may change it.
 */
export function keepByStamp<T>(most: number): (key: string, stamp: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { stamp: string; made: T }>();
  return async (key, stamp, make) => {
    const known = kept.get(key);
    if (known?.stamp === stamp) return known.made;
    const made = await make();
    kept.delete(key);
    kept.set(key, { stamp, made });
    for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest);
    return made;
  };
}
