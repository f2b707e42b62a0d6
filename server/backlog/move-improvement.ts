import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  insertImprovementMove,
  listPositions,
  replaceImprovementCriteria,
  savePosition,
} from '#db/queries/improvements.ts';
import { saveVersion } from '#db/queries/save-version.ts';
import type { Database } from '#db/schema.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from '../people/fields.ts';
import { recordAudit } from '../people/record-audit.ts';
import { mayChange, mayMove, SCOPE } from './backlog-rights.ts';
import { versionField } from './improvement-fields.ts';
import { IMPROVEMENT_STATES, movesFrom, STATE_WORDS } from './improvement-states.ts';
import { changedMeanwhile, type Found, notYours, requireImprovement, requireVersion } from './require-improvement.ts';
import { withStatesNow } from './states-now.ts';

export const moveImprovementInput = z.strictObject({
  platform: keyField,
  id: idField,
  version: versionField,
  /** the same state: only its rank changes */
  state: z.enum(IMPROVEMENT_STATES),
  /** the improvement of that state before which it comes; left out: at the end */
  before: idField.optional(),
});
type Input = z.output<typeof moveImprovementInput>;

/** Moves an improvement to another state, or to another rank in its own. Only an evaluation verifies. */
export async function moveImprovement(ctx: Context, input: Input) {
  const found = await requireImprovement(ctx, input, ['owner', SCOPE]);
  const { platform, improvement } = found;
  const { id, state: from, version } = improvement;
  requireVersion(improvement, input.version);
  requireMove(found, input);
  const at = ctx.now().toISOString();
  const isRank = from === input.state;
  const begins = input.state === 'doing' && improvement.startedAt === null;
  const places = found.criteria.map(({ criterion, capability }) => ({ criterion, capability: capability || null }));
  const before = begins ? await withStatesNow(ctx, platform.id, places) : null;
  await ctx.db.transaction().execute(async (trx) => {
    const position = await choosePosition(trx, platform.id, input);
    const times = isRank ? {} : { ...(begins ? { startedAt: at } : {}), closedAt: input.state === 'done' ? at : null };
    const change = { state: input.state, position, updatedAt: at, ...times };
    if (!(await saveVersion(trx, 'improvement', { id, version }, change)))
      throw await changedMeanwhile(trx, improvement);
    // what its effect is measured from is how things stood when work began
    if (before !== null) await replaceImprovementCriteria(trx, id, before);
    if (!isRank) {
      await insertImprovementMove(trx, { improvementId: id, version: version + 1, state: input.state, at });
    }
    const action = isRank ? 'improvement.rank' : 'improvement.move';
    const detail = { from, to: input.state, before: input.before ?? null };
    await recordAudit(trx, ctx, { action, platformId: platform.id, subject: id, detail });
  });
  return { id, version: version + 1, state: input.state };
}

function requireMove({ rights, subject, improvement }: Found, { state }: Input): void {
  if (state === subject.state) {
    if (!mayChange(rights, subject)) throw notYours();
    return;
  }
  if (mayMove(rights, subject).includes(state)) return;
  if (state === 'verified' || state === 'not_confirmed') {
    throw new AppError('BAD_REQUEST', 'Only an evaluation after closing verifies an improvement. Move it to done.');
  }
  if (movesFrom(subject.state).includes(state)) throw notYours();
  const words = `What is ${STATE_WORDS[improvement.state]} does not become ${STATE_WORDS[state]}.`;
  throw new AppError('CONFLICT', improvement.state === 'verified' ? `${words} Propose a new improvement.` : words);
}

const SMALLEST_GAP = 1e-6;

/** A position between the neighbours; where they are too close the whole state is numbered anew. */
async function choosePosition(
  trx: Kysely<Database>,
  platformId: string,
  { id, state, before }: Input,
): Promise<number> {
  const others = (await listPositions(trx, { platformId, state })).filter((one) => one.id !== id);
  const place = before === undefined ? -1 : others.findIndex((one) => one.id === before);
  if (before !== undefined && place === -1) {
    throw new AppError('CONFLICT', 'The improvement before which this should come has moved. Look at it again.');
  }
  const index = place === -1 ? others.length : place;
  const [previous, next] = [others[index - 1]?.position ?? 0, others[index]?.position];
  if (next === undefined) return previous + 1;
  if (next - previous > SMALLEST_GAP) return (previous + next) / 2;
  for (const [rank, one] of others.entries()) await savePosition(trx, one.id, rank < index ? rank + 1 : rank + 2);
  return index + 1;
}
