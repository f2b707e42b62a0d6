import type { Names } from './effect-facts.tsx';

type Named = { key: string; name: string };
const byKey = (list: readonly Named[]) => Object.fromEntries(list.map(({ key, name }) => [key, name]));

/** The names that effects are told in. */
export function namesOf({ aspects, capabilities }: { aspects: Named[]; capabilities: Named[] }): Names {
  return { capabilities: byKey(capabilities), aspects: byKey(aspects) };
}
