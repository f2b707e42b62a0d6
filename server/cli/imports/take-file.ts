import type { describePlan } from '../../catalogue/describe-plan.ts';
import type { Output } from '../command.ts';

type Preview = ReturnType<typeof describePlan>;
type Steps = {
  dryRun: boolean;
  preview: () => Promise<Preview>;
  take: () => Promise<{ added: number; changed: number; same: number }>;
};

/** Looks at a file and says what is wrong with it; takes it in where nothing is and it is wanted. */
export async function takeFile({ out, err }: Output, { dryRun, preview, take }: Steps): Promise<0 | 1> {
  const read = await preview();
  for (const { row, column, reason } of read.problems) {
    err(`row ${row}${column === null ? '' : `, ${column}`}: ${reason}\n`);
  }
  if (read.problemCount > read.problems.length) err(`and ${read.problemCount - read.problems.length} more\n`);
  if (dryRun || read.bad > 0) {
    out(`New: ${read.add}. Changed: ${read.change}. As they are: ${read.same}. Refused: ${read.bad}. `);
    out('Nothing was stored.\n');
    return read.bad === 0 ? 0 : 1;
  }
  const { added, changed, same } = await take();
  out(`New: ${added}. Changed: ${changed}. As they are: ${same}.\n`);
  return 0;
}
