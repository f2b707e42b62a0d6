import { z } from 'zod';

const sideSchema = z.strictObject({ title: z.string(), open: z.boolean() });
/** Both sides when they last met. Each is compared with itself only, so that a difference that stands moves nothing. */
export const seenSchema = z.strictObject({
  ours: sideSchema.extend({ section: z.string() }),
  theirs: sideSchema,
});
export type Side = z.output<typeof sideSchema>;
export type Seen = z.output<typeof seenSchema>;
type Sides = {
  ours: Side;
  theirs: Side;
  /** null: they meet for the first time, and stay as they are */
  seen: Seen | null;
  /** what happened to the issue counts */
  takes: boolean;
  /** the issue was touched later */
  theirsIsNewer: boolean;
};
export type Merge = {
  /** what the improvement takes from the issue */
  inward: Partial<Side>;
  /** what the issue takes from the improvement */
  outward: Partial<Side>;
  /** what changed on both sides, and which one was kept */
  conflicts: { field: keyof Side; kept: 'issue' | 'improvement' }[];
};

/**
 * What goes where. Only what changed since both sides last met moves: what Plumbline wrote itself is no change of the issue, so
 * nothing is written back and forth. Where both changed the newer wins.
 */
export function mergeIssue(sides: Sides): Merge {
  const merge: Merge = { inward: {}, outward: {}, conflicts: [] };
  const title = directionOf(sides, 'title', merge);
  if (title === 'in') merge.inward.title = sides.theirs.title;
  if (title === 'out') merge.outward.title = sides.ours.title;
  const open = directionOf(sides, 'open', merge);
  if (open === 'in') merge.inward.open = sides.theirs.open;
  if (open === 'out') merge.outward.open = sides.ours.open;
  return merge;
}

function directionOf(sides: Sides, field: keyof Side, { conflicts }: Merge): 'in' | 'out' | null {
  const { ours, theirs, seen, takes, theirsIsNewer } = sides;
  if (seen === null || ours[field] === theirs[field]) return null;
  const oursChanged = ours[field] !== seen.ours[field];
  const theirsChanged = takes && theirs[field] !== seen.theirs[field];
  if (oursChanged && theirsChanged) conflicts.push({ field, kept: theirsIsNewer ? 'issue' : 'improvement' });
  if (theirsChanged && (!oursChanged || theirsIsNewer)) return 'in';
  return oursChanged ? 'out' : null;
}
