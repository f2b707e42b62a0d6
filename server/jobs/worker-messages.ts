import { z } from 'zod';
import { mailSettingsSchema } from '../notifiers/mail-settings.ts';

/** What the web process asks of the worker thread, and what comes back. */
export const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rescore'), id: z.int(), platformId: z.string(), asOf: z.iso.datetime() }),
  z.strictObject({ type: z.literal('stop') }),
]);
export type WorkerRequest = z.infer<typeof requestSchema>;
export type RescoreRequest = Extract<WorkerRequest, { type: 'rescore' }>;

export const replySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rescored'), id: z.int() }),
  /** a platform was scored, for whatever reason */
  z.strictObject({ type: z.literal('scored'), seconds: z.number() }),
]);
export type WorkerReply = z.infer<typeof replySchema>;

export const workerDataSchema = z.strictObject({
  databaseUrl: z.string(),
  logLevel: z.string(),
  secret: z.string(),
  publicUrl: z.string(),
  mail: mailSettingsSchema.nullable().optional(),
});
export type WorkerData = z.infer<typeof workerDataSchema>;
