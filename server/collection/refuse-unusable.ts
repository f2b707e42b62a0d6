import { AppError } from '../errors.ts';
import type { Catalogue } from '../evidence/check-samples.ts';
import type { SourcePart } from '../sources/source.ts';

/** Refuses queries whose values could never be taken in. */
export function refuseUnusable(parts: readonly SourcePart[], catalogue: Catalogue): void {
  for (const part of parts) {
    const problem = problemOf(part, catalogue);
    if (problem !== null) throw new AppError('BAD_REQUEST', `"${part.name}": ${problem}`);
  }
}

function problemOf({ metric: key, capability, namesCapability }: SourcePart, catalogue: Catalogue): string | null {
  const metric = catalogue.metrics.get(key);
  if (metric === undefined) return `"${key}" is not in the metric catalogue of this platform.`;
  const about = capability !== null || namesCapability;
  if (metric.scope === 'capability' && !about) return `"${key}" needs a capability, or the label that names it.`;
  if (metric.scope === 'platform' && about) return `"${key}" is about the platform as a whole; choose no capability.`;
  if (capability === null) return null;
  const state = catalogue.capabilities.get(capability);
  if (state === undefined) return `this platform has no capability "${capability}".`;
  return state === 'archived' ? `the capability "${capability}" is archived.` : null;
}
