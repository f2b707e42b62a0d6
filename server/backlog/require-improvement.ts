import { findImprovement, type ImprovementRow, listImprovementCriteria } from '#db/queries/improvements.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { type BacklogRights, readRights, type Subject } from './backlog-rights.ts';
import { STATE_WORDS } from './improvement-states.ts';

export type Found = {
  platform: Platform;
  improvement: ImprovementRow;
  criteria: Awaited<ReturnType<typeof listImprovementCriteria>>;
  rights: BacklogRights;
  subject: Subject;
};

/** An improvement of a platform with what the actor may do with it; refuses whoever lacks `role` on the platform. */
export async function requireImprovement(
  ctx: Context,
  { platform: key, id }: { platform: string; id: string },
  [role, scope]: readonly ['viewer' | 'owner', string],
): Promise<Found> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, role, scope);
  const improvement = await findImprovement(ctx.db, id);
  if (!improvement || improvement.platformId !== platform.id) {
    throw new AppError('NOT_FOUND', 'There is no such improvement.');
  }
  const criteria = await listImprovementCriteria(ctx.db, { platformId: platform.id, id });
  const { state, createdBy } = improvement;
  const subject = { state, createdBy, capabilities: criteria.map(({ capability }) => capability || null) };
  return { platform, improvement, criteria, rights: await readRights(ctx, platform.id), subject };
}

/** Refuses a change of something older than what is there now, and says what is there. */
export function requireVersion(improvement: ImprovementRow, seen: number): void {
  if (improvement.version !== seen) throw changed(improvement);
}

/** The same for a change that came between reading and writing. */
export async function changedMeanwhile(trx: Context['db'], improvement: ImprovementRow): Promise<AppError> {
  return changed((await findImprovement(trx, improvement.id)) ?? improvement);
}

function changed({ title, state }: ImprovementRow): AppError {
  return new AppError(
    'CONFLICT',
    `Somebody changed “${title}” a moment ago; it is now ${STATE_WORDS[state]}. Look at it again.`,
  );
}

export const notYours = () =>
  new AppError('FORBIDDEN', 'This belongs to another team. Ask its owner or an editor, or propose an improvement.');
