import { stringify } from 'yaml';
import type { Pack } from '../pack.ts';
import type { PackText } from '../parse-pack.ts';

const write = (value: unknown) => stringify(value, { lineWidth: 120 });

/** The files of a pack whose own are not at hand: the same rubric, without comments and translations. */
export function writePack({ pack, metrics, questions, criteria }: Pack): PackText[] {
  const byAspect = Map.groupBy(criteria, ({ aspect }) => aspect);
  return [
    { file: 'pack.yaml', text: write(pack) },
    { file: 'metrics.yaml', text: write(metrics) },
    { file: 'questions.yaml', text: write(questions) },
    ...[...byAspect].map(([aspect, of]) => ({ file: `criteria/${aspect}.yaml`, text: write(of) })),
  ];
}
