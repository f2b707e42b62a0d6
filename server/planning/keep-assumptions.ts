import { listCapabilities } from '#db/queries/catalogue.ts';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import type { KeptAssumption } from './require-scenario.ts';

/** An address of before a change of the rubric brings some; everybody who lists the scenarios reads them all. */
const MOST_STRANGE = 100;

/**
 * Assumptions as a scenario keeps them, each with the title of its criterion; what the rubric no longer has keeps the title that
 * it had in `before`. Refuses many that the platform has no place for, unless they stood there already.
 */
export async function keepAssumptions(
  ctx: Context,
  platform: Platform,
  { assumed, before }: { assumed: readonly Assumption[]; before: readonly KeptAssumption[] },
): Promise<string> {
  const criteria = rubricOf(platform).pack.criteria.map(({ id, title }) => [id, title] as const);
  const known = new Set(criteria.map(([id]) => id));
  const capabilities = new Set((await listCapabilities(ctx.db, platform.id)).map(({ key }) => key));
  const old = new Set(before.map(nameOf));
  const strange = assumed.filter(
    (one) =>
      !old.has(nameOf(one)) &&
      !(known.has(one.criterion) && (one.capability === null || capabilities.has(one.capability))),
  );
  if (strange.length > MOST_STRANGE) {
    const about = `${strange.length} of these are about criteria or capabilities that this platform does not have`;
    throw new AppError('BAD_REQUEST', `${about}. Take them out.`);
  }
  const titles = new Map([...before.map(({ criterion, title }) => [criterion, title] as const), ...criteria]);
  return JSON.stringify(assumed.map((one) => ({ ...one, title: titles.get(one.criterion) ?? null })));
}

const nameOf = ({ criterion, capability }: Assumption) => `${criterion} ${capability ?? ''}`;
