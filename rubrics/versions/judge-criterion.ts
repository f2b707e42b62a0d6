import type { Criterion, Pack } from '../pack.ts';
import type { Change } from './change.ts';
import { isOtherTest, isPostponed } from './part-rules.ts';

type Sides = { before: Pack; after: Pack; older: readonly Pack[] };

const criterionOf = ({ criteria }: Pack, id: string): Criterion | undefined => criteria.find((one) => one.id === id);
const majorOf = ({ pack }: Pack): string | undefined => pack.version.split('.')[0];

/**
 * A change of a criterion, raised to MAJOR where an id now stands for another claim, however little of it changed since the first
 * version of its MAJOR, or was used before; and where it no longer counts until a day: until then it is as good as gone.
 */
export function judgeCriterion(change: Change, { before, after, older }: Sides): Change {
  if (change.part !== 'criterion') return change;
  const { id } = change;
  if (change.kind === 'added') {
    const isBack = older.some((pack) => criterionOf(pack, id) !== undefined);
    return isBack ? { ...change, reused: true, bump: 'major' } : change;
  }
  const [was, is] = [criterionOf(before, id), criterionOf(after, id)];
  if (was === undefined || is === undefined) return change;
  const sameMajor = older.filter((pack) => majorOf(pack) === majorOf(before));
  const claims = [was, ...sameMajor.flatMap((pack) => criterionOf(pack, id) ?? [])];
  const reused = claims.some((one) => isOtherTest(one, is));
  const raised = [...(reused ? ['title'] : []), ...(isPostponed(was, is) ? ['effective_from'] : [])];
  if (raised.length === 0) return change;
  const fields = change.fields.map((one) => (raised.includes(one.field) ? { ...one, bump: 'major' as const } : one));
  return { ...change, kind: 'retargeted', bump: 'major', reused, fields };
}
