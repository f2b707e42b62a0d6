import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { idField } from '../people/fields.ts';

/** A criterion at its place; `capability` null: the platform as a whole. */
export const placeField = z.strictObject({ criterion: z.string().max(20), capability: keyField.nullable() });
export type CriterionPlace = z.infer<typeof placeField>;

const LONGEST_LIST = 50;
export const criteriaField = z
  .array(placeField)
  .min(1, 'Name at least one criterion that this should flip.')
  .max(LONGEST_LIST, `Name at most ${LONGEST_LIST} criteria. Split what is larger.`)
  .refine(
    (places) => new Set(places.map(({ criterion, capability }) => `${criterion} ${capability}`)).size === places.length,
    'A criterion stands here twice.',
  );

export const titleField = z.string().trim().min(3, 'Say in a few words what will be done.').max(140);
export const notesField = z.string().trim().max(4000);
export const ownerField = z
  .union([z.strictObject({ person: idField }), z.strictObject({ team: keyField })])
  .describe('who sees to it: `{"person": id}` or `{"team": key}`');
export const dueField = z.iso.date('Write a day such as "2026-12-31".');
export const effortField = z.number().min(0, 'Person-days are zero or more.').max(10_000).describe('person-days');

/** The version that one has seen: a newer one refuses the change. */
export const versionField = z.int().min(1);
