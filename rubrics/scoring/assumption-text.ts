import { keyOf } from '../evidence/day-columns.ts';
import type { Assumption } from './assume-states.ts';

/** One letter for a state, in what people send to each other; a letter never changes its meaning. */
const LETTERS = { met: 'm', not_met: 'n', unknown: 'u', exempt: 'e', not_applicable: 'x' } as const;
const STATES: ReadonlyMap<string, Assumption['state']> = new Map([
  ['m', 'met'],
  ['n', 'not_met'],
  ['u', 'unknown'],
  ['e', 'exempt'],
  ['x', 'not_applicable'],
]);

const BETWEEN_GROUPS = '__';
const BETWEEN_PARTS = '_';
const CRITERION = /^[A-Za-z][A-Za-z0-9.-]{0,19}$/;
const CAPABILITY = /^[a-z][a-z0-9-]{0,59}$/;

/** Addresses longer than this are cut or refused on their way by mail programs, proxies and servers. */
export const LONGEST_TEXT = 6000;

/** Of several assumptions about one criterion at one place the last, in the order of their places. */
export function lastOfEach(assumed: readonly Assumption[]): Assumption[] {
  const last = new Map(assumed.map((one) => [keyOf(one.criterion, one.capability), one]));
  return [...last].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/**
 * Assumptions as text for an address: groups of one state and criterion with its capabilities, none for the platform as a
 * whole: `m_INT-3.a_apis_data__e_OPS-2.b`. Only characters that no address escapes; equal sets give equal text, whatever
 * their order; of two assumptions about one place the later counts. Empty for none. Longer than LONGEST_TEXT, it is too long
 * for an address.
 */
export function writeAssumptions(assumed: readonly Assumption[]): string {
  const groups = Map.groupBy(lastOfEach(assumed), ({ state, criterion, capability }) =>
    [LETTERS[state], criterion, ...(capability === null ? [] : [''])].join(BETWEEN_PARTS),
  );
  return [...groups]
    .map(
      ([head, group]) =>
        `${head}${group
          .map(({ capability }) => capability ?? '')
          .toSorted()
          .join(BETWEEN_PARTS)}`,
    )
    .toSorted()
    .join(BETWEEN_GROUPS);
}

/**
 * Reads what `writeAssumptions` wrote, and anything else that somebody puts into an address: null where it is not of that form
 * or longer than LONGEST_TEXT. Whether there are such criteria and capabilities is for a rubric to say.
 */
export function readAssumptions(text: string): Assumption[] | null {
  if (text === '') return [];
  if (text.length > LONGEST_TEXT) return null;
  const assumed: Assumption[] = [];
  for (const group of text.split(BETWEEN_GROUPS)) {
    const [letter = '', criterion = '', ...capabilities] = group.split(BETWEEN_PARTS);
    const state = STATES.get(letter);
    if (state === undefined || !CRITERION.test(criterion)) return null;
    if (!capabilities.every((key) => CAPABILITY.test(key))) return null;
    const places = capabilities.length === 0 ? [null] : capabilities;
    assumed.push(...places.map((capability) => ({ criterion, capability, state })));
  }
  return lastOfEach(assumed);
}
