import { z } from 'zod';

/** Keys of teams, metrics, capabilities and labels are short names, never sentences. */
const name = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._:/-]*$/u, 'write a key such as "build-test"');

/** One value of one metric at one instant, as machines send it. */
export const sampleSchema = z.strictObject({
  /** may be left out where only one exists */
  platform: name.optional(),
  metric: name,
  /** left out: the platform as a whole */
  capability: name.optional(),
  team: name.optional(),
  labels: z
    .record(
      z.string().regex(/^[A-Za-z][\w.-]{0,62}$/, 'write a label such as "channel"'),
      z.string().max(200).refine(isPlain, 'no control characters'),
    )
    .refine((labels) => Object.keys(labels).length <= 16, 'at most 16 labels')
    .optional(),
  /** RFC 3339 */
  at: z.string().max(40),
  /** base unit: ratio 0…1, duration in seconds, count, points 0…100 */
  value: z.number('a finite number is needed'),
});
export type Sample = z.infer<typeof sampleSchema>;

/** PostgreSQL stores no NUL, and half a surrogate pair is no text. */
function isPlain(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text);
}

/** A reason is sent back, kept with the delivery and shown. */
const LONGEST_REASON = 300;

/** What is wrong with something that should be a sample, in one sentence. */
export function sampleProblem(error: z.ZodError): string {
  // names of fields are the caller's: no control characters of theirs in a log, a terminal or PostgreSQL
  const sentence = problemOf(error).replace(/\p{Cc}/gu, '\ufffd');
  return sentence.length > LONGEST_REASON ? `${sentence.slice(0, LONGEST_REASON)}…` : sentence;
}

function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'This is not a sample.';
  const where = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return `There is no "${issue.keys.join('", "')}" in a sample.`;
  if (issue.code === 'invalid_key') return `${where}: ${issue.issues[0]?.message ?? issue.message}`;
  return where === '' ? 'A sample is an object with metric, at and value.' : `${where}: ${issue.message}`;
}
