import { z } from 'zod';

/**
 * How a setting is asked for. Each setting of a source or tracker says so in its `meta({ field, … })`; the form, the list of secrets and
 * the API follow from that.
 */
const fieldMetaSchema = z.object({
  field: z.enum(['address', 'text', 'lines', 'secret', 'number', 'choice', 'queries']),
  /** few need it: the form keeps it folded away */
  rare: z.boolean().default(false),
  /** asked for only where another setting has this value */
  when: z.object({ field: z.string(), is: z.string() }).optional(),
});
export type FieldMeta = z.input<typeof fieldMetaSchema>;

export type SettingField = {
  name: string;
  kind: FieldMeta['field'];
  required: boolean;
  /** what stands there when nothing was given */
  initial: string | number | null;
  /** choices only */
  options: string[];
  when: { field: string; is: string } | null;
  /** few need it: the form keeps it folded away */
  rare: boolean;
};

/** The fields of a schema, in its order. A setting that does not say how it is asked for is a mistake of its author. */
export function describeFields(settings: z.ZodObject): SettingField[] {
  return Object.entries<z.core.$ZodType>(settings.shape).map(([name, schema]) => {
    const { field, when, rare } = fieldMetaSchema.parse(z.globalRegistry.get(schema));
    const absent = z.safeParse(schema, undefined);
    const initial = absent.success ? absent.data : null;
    return {
      name,
      kind: field,
      required: !absent.success,
      initial: typeof initial === 'string' || typeof initial === 'number' ? initial : null,
      options: field === 'choice' ? optionsOf(schema) : [],
      when: when ?? null,
      rare,
    };
  });
}

function optionsOf(schema: z.core.$ZodType): string[] {
  const described = z.toJSONSchema(schema, { io: 'input' });
  return (described.enum ?? []).map(String);
}

/** The names of the settings that are kept sealed and never given back. */
export const secretNames = (fields: readonly SettingField[]): string[] =>
  fields.filter(({ kind }) => kind === 'secret').map(({ name }) => name);
