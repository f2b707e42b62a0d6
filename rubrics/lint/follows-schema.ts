import type { Problem } from '../parse-pack.ts';
import type { Check } from './check.ts';

/** Every file is YAML and follows the schema. What other checks say better is left to them. */
export const followsSchema: Check = {
  key: 'follows-schema',
  find: ({ problems }) => problems.filter((problem) => !lacksHow(problem) && !lacksAttribution(problem)),
};

/** Is it about the `how` of a criterion? */
export function lacksHow({ file, path }: Problem): boolean {
  return file.startsWith('criteria/') && path.length === 2 && path[1] === 'how';
}

/** Is it about the licence or the attribution of the pack? */
export function lacksAttribution({ file, path }: Problem): boolean {
  return file === 'pack.yaml' && path.length === 1 && (path[0] === 'attribution' || path[0] === 'license');
}
