import { z } from 'zod';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { compileRubric, type Rubric } from '#rubrics/rubric.ts';
import { effectOfRubric, rubricEffectSchema } from '#rubrics/versions/effect-of-rubric.ts';
import { scorePlatform } from '../assessments/score-platform.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import type { Task } from '../tasks/task.ts';
import { withRubric } from './find-rubric.ts';

export const projectAnnouncedInput = z.strictObject({ platform: z.string() });

export const announcedSchema = z.strictObject({
  /** the instant of the evidence */
  asOf: z.iso.datetime(),
  /** by day, the next one first */
  days: z.array(
    z.strictObject({
      day: z.iso.date(),
      criteria: z.array(z.strictObject({ id: z.string(), title: z.string(), aspect: z.string(), level: z.int() })),
      /** all that is announced up to that day, against today */
      effect: rubricEffectSchema,
    }),
  ),
});
type Announced = z.infer<typeof announcedSchema>;

/** What criteria that are announced would change on the day they take effect, if the evidence were still that of today. */
export async function projectAnnounced(ctx: Context, input: z.infer<typeof projectAnnouncedInput>): Promise<Announced> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  return ctx.runTask(projectAnnouncedTask, { platformId: platform.id });
}

const taskSchema = z.strictObject({ platformId: z.string() });

export const projectAnnouncedTask: Task<z.infer<typeof taskSchema>, Announced> = {
  key: 'project-announced',
  input: taskSchema,
  async run({ db, now }, { platformId }) {
    const platform = await withRubric(db, await findPlatformById(db, platformId));
    if (platform === undefined) throw new AppError('NOT_FOUND', 'There is no such platform.');
    const asOf = now().toISOString();
    const { rubric, loaded, scorecard } = await scorePlatform(db, platform, now());
    const byDay = Map.groupBy(announcedIn(rubric, asOf), ({ effective_from: day = '' }) => day);
    const days = [...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return {
      asOf,
      days: days.map(([day, criteria]) => ({
        day,
        criteria: criteria.map(({ id, title, aspect, level }) => ({ id, title, aspect, level })),
        effect: effectOfRubric(scorecard, asOfDay(rubric, day), loaded),
      })),
    };
  },
};

const announcedIn = ({ pack }: Rubric, asOf: string) =>
  pack.criteria.filter(({ effective_from: from }) => from !== undefined && `${from}T00:00:00.000Z` > asOf);

/** The rubric with everything in force that is announced for a day or an earlier one. */
function asOfDay({ pack }: Rubric, day: string): Rubric {
  const criteria = pack.criteria.map((criterion) => {
    const { effective_from: from, ...rest } = criterion;
    return from !== undefined && from <= day ? rest : criterion;
  });
  return compileRubric({ ...pack, criteria });
}
