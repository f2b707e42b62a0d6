import { z } from 'zod';
import { BY_LABEL, type SourceDraft, STEPS, WHOLE_PLATFORM } from './draft.ts';
import type { SourceDetail } from './sources-data.ts';

const querySchema = z.object({
  name: z.string(),
  query: z.string(),
  metric: z.string(),
  capability: z.string().nullable(),
  capabilityLabel: z.string().nullable(),
  teamLabel: z.string().nullable(),
  labels: z.array(z.string()),
  step: z.enum(STEPS),
});
const queriesSchema = z.array(querySchema).catch([]);

/** A kept source as its form holds it; secrets are not among what comes back. */
export function readDraft(source: SourceDetail, form: NonNullable<SourceDetail['form']>): SourceDraft {
  const texts = Object.entries(form.settings).filter(([, value]) => typeof value !== 'object');
  return {
    name: source.name,
    interval: String(source.intervalMinutes),
    settings: Object.fromEntries(texts.map(([name, value]) => [name, String(value)])),
    queries: queriesSchema.parse(form.settings.queries).map(({ capability, capabilityLabel, ...query }, id) => ({
      ...query,
      id,
      about: capability ?? (capabilityLabel === null ? WHOLE_PLATFORM : BY_LABEL),
      capabilityLabel: capabilityLabel ?? '',
      teamLabel: query.teamLabel ?? '',
      labels: query.labels.join(', '),
    })),
    allowed: form.allowed.join('\n'),
  };
}
