import { z } from 'zod';

/**
 * The schema of `locales/<lang>.yaml`: texts of a pack in another language, by key or criterion id.
 * Whatever is missing is shown in the pack's own language. Locales are apart from the rubric's hash.
 */
const named = z.strictObject({ name: z.string().min(1), summary: z.string().min(1).optional() });

export const localeSchema = z.strictObject({
  /** BCP 47, such as `de` or `pt-BR`; the file's name */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'write a language tag such as "de"'),
  /** by the key of the level */
  levels: z.record(z.string(), named).optional(),
  aspects: z
    .record(
      z.string(),
      z.strictObject({
        name: z.string().min(1),
        question: z.string().min(1).optional(),
        /** by level */
        cells: z.record(z.string(), named).optional(),
      }),
    )
    .optional(),
  capabilities: z
    .record(z.string(), z.strictObject({ name: z.string().min(1), description: z.string().min(1).optional() }))
    .optional(),
  criteria: z
    .record(
      z.string(),
      z.strictObject({
        title: z.string().min(8),
        why: z.string().min(20).optional(),
        how: z.string().min(20).optional(),
      }),
    )
    .optional(),
});
export type Locale = z.infer<typeof localeSchema>;
