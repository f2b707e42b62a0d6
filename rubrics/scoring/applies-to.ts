import type { Bundle } from '../evidence/bundle.ts';
import type { AppliesTo } from '../pack.ts';

export type Capability = Bundle['settings']['capabilities'][number];

/** Whether a condition holds for a capability; every part that it names must. */
export function appliesTo(
  condition: AppliesTo | null,
  capability: Pick<Capability, 'key' | 'consumption' | 'mandatory'>,
): boolean {
  if (condition === null) return true;
  const { capabilities, consumption, mandatory } = condition;
  return (
    (capabilities === undefined || capabilities.includes(capability.key)) &&
    (consumption === undefined || consumption.includes(capability.consumption)) &&
    (mandatory === undefined || mandatory === capability.mandatory)
  );
}
