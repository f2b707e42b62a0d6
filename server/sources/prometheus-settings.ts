import { z } from 'zod';
import type { FieldMeta } from '../connections/setting-fields.ts';

const asked = (meta: FieldMeta) => meta;
const key = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Write a key such as "build-test".');
const label = z
  .string()
  .max(100)
  .regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, 'Write a label such as "namespace".');

/** Samples carry labels that begin with a letter; what begins with an underscore is Prometheus' own. */
const keptLabel = label.regex(/^[a-zA-Z]/, 'A label that begins with an underscore cannot be kept.').max(63);

const baseAddress = z
  .string()
  .trim()
  .max(500)
  .refine(isBaseAddress, 'Write an address such as https://prometheus.example.org, without user, "?" or "#".')
  .transform((text) => text.replace(/\/+$/, ''));

function isBaseAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && !/[?#]/.test(text)
  );
}

export const STEPS = { '5m': 300_000, '15m': 900_000, '1h': 3_600_000, '6h': 21_600_000, '1d': 86_400_000 } as const;

/** One query and what its values mean here. */
export const prometheusQuerySchema = z.strictObject({
  name: z.string().trim().min(1, 'Give the query a name.').max(80),
  /** PromQL, sent as it stands */
  query: z.string().trim().min(1, 'Write a query.').max(4_000),
  metric: key.describe('Key of the metric catalogue.'),
  capability: key.nullable().default(null).describe('The one capability that the values are about.'),
  capabilityLabel: label.nullable().default(null).describe('The label whose value is the key of the capability.'),
  teamLabel: label.nullable().default(null).describe('The label whose value is the key of the team.'),
  labels: z.array(keptLabel).max(16).default([]).describe('Labels that are kept beside the value.'),
  step: z.enum(['5m', '15m', '1h', '6h', '1d']).default('1d').describe('How far apart values lie.'),
});
export type PrometheusQuery = z.output<typeof prometheusQuerySchema>;

const MOST_QUERIES = 50;

export const prometheusSettingsSchema = z.strictObject({
  address: baseAddress.meta(asked({ field: 'address' })),
  auth: z
    .enum(['none', 'bearer', 'basic'])
    .default('none')
    .meta(asked({ field: 'choice' })),
  token: z
    .string()
    .trim()
    .max(8_000)
    .regex(/^[\x21-\x7e]*$/, 'Write the token without spaces and line breaks.')
    .optional()
    .meta(asked({ field: 'secret', when: { field: 'auth', is: 'bearer' } })),
  user: z
    .string()
    .max(200)
    .optional()
    .meta(asked({ field: 'text', when: { field: 'auth', is: 'basic' } })),
  password: z
    .string()
    .max(2_000)
    .optional()
    .meta(asked({ field: 'secret', when: { field: 'auth', is: 'basic' } })),
  tenant: z
    .string()
    .trim()
    .max(150)
    .regex(/^[\w!.*'()|-]*$/, 'Write a tenant such as "team-a".')
    .optional()
    .meta(asked({ field: 'text', rare: true })),
  certificate: z
    .string()
    .trim()
    .max(60_000)
    .optional()
    .meta(asked({ field: 'lines', rare: true })),
  backfillDays: z
    .int()
    .min(0)
    .max(400)
    .default(90)
    .meta(asked({ field: 'number', rare: true })),
  queries: z
    .array(prometheusQuerySchema)
    .min(1, 'Add at least one query.')
    .max(MOST_QUERIES)
    .meta(asked({ field: 'queries' })),
});
export type PrometheusSettings = z.output<typeof prometheusSettingsSchema>;
