import { z } from 'zod';
import { ASSUMABLE } from '#rubrics/scoring/assume-states.ts';
import { keyField, nameField, textField } from '../catalogue/fields.ts';

const MOST = 3000;

export const assumptionField = z.strictObject({
  criterion: z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,19}$/, 'Write the id of a criterion, such as "INT-3.a".'),
  capability: keyField.nullable().describe('null: a criterion of the platform as a whole'),
  state: z.enum(ASSUMABLE).describe('for a limiter `met` means that the symptom is there'),
});

/** What is assumed, each place once. */
export const assumptionsField = z
  .array(assumptionField)
  .max(MOST, `Assume at most ${MOST} criteria.`)
  .refine(
    (list) => new Set(list.map(({ criterion, capability }) => `${criterion} ${capability}`)).size === list.length,
    'A criterion stands here twice.',
  );

export const scenarioNameField = nameField;
export const descriptionField = textField(2000);
