import type { TrackerDetail, TrackerField, TrackerForm } from './tracker-data.ts';

/** A tracker as the form holds it: every setting as text. */
export type TrackerDraft = {
  kind: string;
  name: string;
  interval: string;
  settings: Record<string, string>;
  allowed: string;
};

export const fieldsOf = ({ kinds }: TrackerForm, kind: string): TrackerField[] =>
  kinds.find((one) => one.kind === kind)?.fields ?? [];

/** What the settings of a kind are before anybody fills them in. */
export const initialSettings = (fields: readonly TrackerField[]): Record<string, string> =>
  Object.fromEntries(fields.map(({ name, initial }) => [name, String(initial ?? '')]));

export function emptyDraft(form: TrackerForm): TrackerDraft {
  const kind = form.kinds[0]?.kind ?? '';
  return { kind, name: '', interval: '15', settings: initialSettings(fieldsOf(form, kind)), allowed: '' };
}

/** A kept tracker as its form holds it; secrets are not among what comes back. */
export function readDraft(tracker: TrackerDetail, form: NonNullable<TrackerDetail['form']>): TrackerDraft {
  const { kind, name, intervalMinutes } = tracker;
  return {
    ...{ kind, name, interval: String(intervalMinutes) },
    settings: Object.fromEntries(Object.entries(form.settings).map(([field, value]) => [field, String(value)])),
    allowed: form.allowed.join('\n'),
  };
}

/** The settings as the API takes them: what is empty is left out. */
export const settingsOf = ({ settings }: TrackerDraft, fields: readonly TrackerField[]): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ name }) => {
      const text = settings[name] ?? '';
      return text.trim() === '' ? [] : [[name, text] as const];
    }),
  );

export const allowedOf = ({ allowed }: TrackerDraft): string[] => allowed.split(/[\s,]+/).filter(Boolean);
