import { type PackSource, type Place, packOf } from '../parse-pack.ts';
import { checkPack } from '../rubric.ts';
import type { Check } from './check.ts';

/** The pack can be compiled for scoring: whatever keeps it from loading is a finding, even if no other check knows it. */
export const loads: Check = {
  key: 'loads',
  find: (source) => {
    const pack = packOf(source);
    if (!pack) return [];
    return checkPack(pack).map((problem) => ({
      ...placeOf(source, problem.part, problem.id, problem.path),
      message: problem.message,
      instead: 'see docs/rubrics.md',
    }));
  },
};

function placeOf(source: PackSource, part: string, id: string, path: readonly PropertyKey[]): Place {
  const found =
    source.criteria.find(({ value }) => part === 'criterion' && value.id === id) ??
    source.metrics.find(({ value }) => part === 'metric' && value.key === id) ??
    source.questions.find(({ value }) => part === 'question' && value.key === id);
  const inner = path.map((each) => (typeof each === 'number' ? each : String(each)));
  return found ? { file: found.file, path: [...found.path, ...inner] } : { file: 'pack.yaml', path: inner };
}
