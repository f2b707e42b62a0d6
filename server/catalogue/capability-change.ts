import { z } from 'zod';
import { keyField, nameField, textField } from './fields.ts';

/** What can be said of a capability; what is left out stays as it is. */
export const capabilityChange = z.strictObject({
  key: keyField,
  name: nameField.optional(),
  description: textField(1000).optional(),
  /** key of a team; null: nobody yet */
  ownerTeam: keyField.nullable().optional(),
  provider: textField(120).nullable().optional(),
  consumption: z.enum(['requested', 'implicit', 'interactive']).optional(),
  mandatory: z.boolean().optional(),
  weight: z.number().min(0).max(100).optional(),
  /** archived: out of every score, its history stays */
  state: z.enum(['offered', 'not_offered', 'archived']).optional(),
});
export type CapabilityChange = z.infer<typeof capabilityChange>;
