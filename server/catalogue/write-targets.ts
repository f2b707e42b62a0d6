import type { Kysely } from 'kysely';
import { deleteTarget, listCapabilities, listTargets, saveTargetRow } from '#db/queries/catalogue.ts';
import type { Database } from '#db/schema.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../people/record-audit.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import type { Platform } from './find-platform.ts';

/** The level that a cell aims at; null: the pack's default. */
export type CellTarget = { capability: string; aspect: string; level: number | null };
/** What is wrong with it, in which part of it. */
export type TargetProblem = { part: keyof CellTarget; reason: string };

/** The levels that a cell may aim at: those of the rubric and, where that begins below them, its floor. */
export function targetLevels({ floor, pack: { pack } }: Rubric): { level: number; name: string }[] {
  const levels = pack.levels.map(({ level, name }) => ({ level, name }));
  return levels.some(({ level }) => level <= floor) ? levels : [{ level: floor, name: '' }, ...levels];
}

/** Says what is wrong with a target of a platform, or null. */
export async function targetChecker(db: Kysely<Database>, platform: Platform) {
  const rubric = rubricOf(platform);
  const { pack } = rubric.pack;
  const levels = targetLevels(rubric).map(({ level }) => level);
  const aspects = pack.aspects.map(({ key }) => key);
  const capabilities = new Set((await listCapabilities(db, platform.id)).map(({ key }) => key));
  return ({ capability, aspect, level }: CellTarget): TargetProblem | null => {
    if (!capabilities.has(capability)) {
      return { part: 'capability', reason: `This platform has no capability "${capability}".` };
    }
    if (!aspects.includes(aspect)) {
      return { part: 'aspect', reason: `There is no aspect "${aspect}"; there are ${aspects.join(', ')}.` };
    }
    if (level === null || levels.includes(level)) return null;
    return { part: 'level', reason: `A target is one of the levels ${levels.join(', ')}.` };
  };
}

/** Writes the targets that differ from what holds; returns how many. Part of a transaction that has kept the settings. */
export async function writeTargets(
  trx: Kysely<Database>,
  ctx: Context,
  { platformId, targets }: { platformId: string; targets: readonly CellTarget[] },
): Promise<number> {
  const nameOf = ({ capability, aspect }: Omit<CellTarget, 'level'>) => `${capability}/${aspect}`;
  const held = new Map((await listTargets(trx, platformId)).map((target) => [nameOf(target), target.level]));
  const changed = targets.filter((target) => (held.get(nameOf(target)) ?? null) !== target.level);
  for (const { level, ...place } of changed) {
    const cell = { platformId, ...place };
    if (level === null) await deleteTarget(trx, cell);
    else await saveTargetRow(trx, { ...cell, level });
    const subject = nameOf(place);
    await recordAudit(trx, ctx, { action: 'target.set', platformId, subject, detail: { level } });
  }
  return changed.length;
}
