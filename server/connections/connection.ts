import type { z } from 'zod';
import { describeFields, type SettingField } from './setting-fields.ts';

/** What is connected, with its settings and ready to be called. */
export type Connected = {
  /** origin of the server it talks to: a secret is never carried over to another one */
  origin: string;
  /** the one place there for which a secret was given, where it may open others as well; it is not carried over to these */
  place?: string;
};

/** One kind of what is connected from outside: of source, or of tracker. */
export type ConnectionKind<Open extends Connected> = {
  /** kebab-case */
  kind: string;
  /** the settings as they are sent and kept, secrets among them */
  schema: z.ZodObject;
  /** what its form asks for, in order */
  fields: SettingField[];
  /** Checks settings and opens what they lead to. Throws a ZodError, or an AppError that says what is missing. */
  open: (settings: unknown) => Open;
};

export type Definition<Settings extends z.ZodObject, Open extends Connected> = {
  kind: string;
  settings: Settings;
  open: (settings: z.output<Settings>) => Open;
};

/** Makes a kind of its settings' schema, from which the form is drawn, and of what it does with them. */
export function defineConnection<Settings extends z.ZodObject, Open extends Connected>({
  kind,
  settings,
  open,
}: Definition<Settings, Open>): ConnectionKind<Open> {
  return { kind, schema: settings, fields: describeFields(settings), open: (given) => open(settings.parse(given)) };
}
