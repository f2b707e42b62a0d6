import { createDraft } from '../rubrics/create-draft.ts';
import { readDraft } from '../rubrics/read-draft.ts';
import { saveDraftFile } from '../rubrics/save-draft-file.ts';
import type { DemoPlatform } from './organisation.ts';
import type { World } from './world.ts';

const EDITS = [
  { file: 'pack.yaml', from: 'version: 1.0.0', to: 'version: 2.0.0' },
  {
    file: 'criteria/interfaces.yaml',
    from: 'self-service-rate, statistic: latest, is: ">= 80%"',
    to: 'self-service-rate, statistic: latest, is: ">= 60%"',
  },
] as const;

/** The platform team thinks about another threshold for self-service: a draft that can be tried, and is not published yet. */
export async function draftRubric(world: World, { key: platform }: DemoPlatform): Promise<void> {
  const tomas = await world.as('tomas');
  const draft = await createDraft(tomas, { platform, from: 'cncf-platform@1.0.0' });
  const { files } = await readDraft(tomas, { platform, draft: draft.id });
  let { version } = draft;
  for (const { file, from, to } of EDITS) {
    const text = files.find((one) => one.file === file)?.text ?? '';
    if (!text.includes(from)) throw new Error(`"${from}" does not stand in ${file}.`);
    const change = { platform, draft: draft.id, version, file, text: text.replace(from, to) };
    version = (await saveDraftFile(tomas, change)).version;
  }
}
