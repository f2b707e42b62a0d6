import { createDraft } from '#server/rubrics/create-draft.ts';
import { publishDraft, publishDraftInput } from '#server/rubrics/publish-draft.ts';
import { readDraft } from '#server/rubrics/read-draft.ts';
import { saveDraftFile } from '#server/rubrics/save-draft-file.ts';
import type { TestContext } from './test-context.ts';

export const platform = 'payments';
export const SHIPPED = 'cncf-platform@1.0.0';
export const INTERFACES = 'criteria/interfaces.yaml';

/** In a file of a draft one text takes the place of another. */
export type Edit = { file?: string; from: string; to: string };

/** What a process learnt of rubrics is gone, as in one that has just started. */
export function forgetRubrics(): void {
  globalThis.plumblineRubrics?.kept.clear();
}

/** A draft from a version with these texts replaced; its id and number. */
export async function draftWith(ctx: TestContext, edits: Edit[], from = SHIPPED) {
  const { id } = await createDraft(ctx, { platform, from });
  let version = 1;
  for (const { file = INTERFACES, from: good, to } of edits) {
    const { files } = await readDraft(ctx, { platform, draft: id });
    const text = files.find((one) => one.file === file)?.text ?? '';
    if (!text.includes(good)) throw new Error(`"${good}" does not stand in ${file}.`);
    const saved = await saveDraftFile(ctx, { platform, draft: id, version, file, text: text.replace(good, () => to) });
    version = saved.version;
  }
  return { platform, draft: id, version };
}

export const versionTo = (version: string): Edit => ({
  file: 'pack.yaml',
  from: 'version: 1.0.0',
  to: `version: ${version}`,
});

/** Publishes a version with these texts replaced; returns its name. */
export async function publishWith(ctx: TestContext, version: string, edits: Edit[]): Promise<string> {
  const draft = await draftWith(ctx, [versionTo(version), ...edits]);
  const { id } = await publishDraft(ctx, publishDraftInput.parse(draft));
  return `${id}@${version}`;
}

/** Another threshold of INT-3.a: a changed meaning. */
export const LOWER: Edit = {
  from: 'self-service-rate, statistic: latest, is: ">= 80%", applies_to: { consumption: [requested, interactive] } }\n      - { metric: default-coverage',
  to: 'self-service-rate, statistic: latest, is: ">= 70%", applies_to: { consumption: [requested, interactive] } }\n      - { metric: default-coverage',
};
/** There is no INT-2.c any more, but an INT-2.x. */
export const REPLACED: Edit[] = [
  { from: '- id: INT-2.c', to: '- id: INT-2.x' },
  { file: 'locales/de.yaml', from: 'INT-2.c:', to: 'INT-2.x:' },
];
/** INT-2.c lives on as INT-2.x. */
export const RENAMED: Edit[] = [
  ...REPLACED,
  { file: 'pack.yaml', from: '\ntargets:\n', to: '\nrenamed: { INT-2.c: INT-2.x }\ntargets:\n' },
];
