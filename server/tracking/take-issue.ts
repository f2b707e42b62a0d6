import { findImprovement, type ImprovementRow } from '#db/queries/improvements.ts';
import { changeImprovement } from '../backlog/change-improvement.ts';
import { titleField } from '../backlog/improvement-fields.ts';
import { moveImprovement } from '../backlog/move-improvement.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { issueOf, movesBy } from './issue-states.ts';
import type { Side } from './merge-issue.ts';

const LONGEST_TITLE = 140;

/** The title of an issue as one that an improvement may have; null: it may not. Its author is nobody whom we know. */
function readTitle(title: string): string | null {
  const line = title.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  // half of a character is none
  const cut = line.slice(0, LONGEST_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '');
  const short = line.length > LONGEST_TITLE ? `${cut}…` : line;
  const parsed = titleField.safeParse(short);
  return parsed.success ? parsed.data : null;
}

/** How both sides are compared: what an improvement cannot say of an issue is no difference, and no title is taken as ''. */
export const sideOf = ({ title, open }: Side): Side => ({ title: readTitle(title) ?? '', open });
export const sideOfImprovement = ({ title, state }: ImprovementRow): Side => ({ title, open: issueOf(state).open });

export type Taken = {
  /** the improvement as it is then */
  improvement: ImprovementRow;
  /** it stays what it is: verified is verified */
  refused: boolean;
};

/**
 * Moves and renames an improvement as its issue was, by the same verbs as people do, in the name of the tracker. Throws an
 * AppError where somebody changes it at the same moment: the next run looks at it again.
 */
export async function takeIssue(
  ctx: Context,
  { platform, improvement }: { platform: Platform; improvement: ImprovementRow },
  inward: Partial<Side>,
): Promise<Taken> {
  const { id } = improvement;
  const moves = inward.open === undefined ? [] : movesBy(improvement.state, inward.open);
  let { version } = improvement;
  const title = inward.title === undefined ? null : readTitle(inward.title);
  if (title !== null && title !== improvement.title) {
    ({ version } = await changeImprovement(ctx, { platform: platform.key, id, version, title }));
  }
  for (const state of moves ?? []) {
    ({ version } = await moveImprovement(ctx, { platform: platform.key, id, version, state }));
  }
  return { improvement: (await findImprovement(ctx.db, id)) ?? improvement, refused: moves === null };
}
