import type { CriterionPlace } from './improvement-fields.ts';

/** Places as a cell of a file has them, in one order: `INV-2.a INV-2.b@data`. */
export const writePlaces = (places: readonly CriterionPlace[]): string =>
  places
    .map(({ criterion, capability }) => (capability === null ? criterion : `${criterion}@${capability}`))
    .toSorted()
    .join(' ');
