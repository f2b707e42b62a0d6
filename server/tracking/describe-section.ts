import { createHash } from 'node:crypto';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { type ImprovementRow, listImprovementCriteria } from '#db/queries/improvements.ts';
import { predictedEffectSchema } from '../backlog/backlog-snapshot.ts';
import { STATE_WORDS } from '../backlog/improvement-states.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import type { Section } from '../trackers/tracker.ts';

export const markOf = (improvementId: string): string => `plumbline:${improvementId}`;

/** What the issue of an improvement says of it: nothing about a person. */
export async function describeSection(ctx: Context, platform: Platform, row: ImprovementRow): Promise<Section> {
  const criteria = await listImprovementCriteria(ctx.db, { platformId: platform.id, id: row.id });
  const capabilities = await listCapabilities(ctx.db, platform.id);
  const names = new Map(capabilities.map(({ key, name }) => [key, name]));
  const titles = new Map(rubricOf(platform).pack.criteria.map(({ id, title }) => [id, title]));
  return {
    mark: markOf(row.id),
    address: `${ctx.publicUrl}/p/${platform.key}/backlog/${row.id}`,
    facts: factsOf(platform, row),
    criteria: criteria.map(({ criterion, capability }) => {
      const about = capability === '' ? platform.name : (names.get(capability) ?? capability);
      return `${criterion} ${titles.get(criterion) ?? ''} (${about})`;
    }),
  };
}

function factsOf(platform: Platform, { state, dueOn, effortDays, predicted }: ImprovementRow): string[] {
  const effect = predicted === null ? null : predictedEffectSchema.parse(JSON.parse(predicted)).value;
  return [
    `Platform: ${platform.name}`,
    `State: ${STATE_WORDS[state]}`,
    ...(dueOn === null ? [] : [`Due: ${dueOn}`]),
    ...(effortDays === null ? [] : [`Effort: ${effortDays} person-days`]),
    ...(effect === null ? [] : [`Predicted effect: ${pointsOf(effect)} points of percent to target`]),
  ];
}

/** A change of percent to target, given as a share, in points with one decimal. */
function pointsOf(value: number): string {
  const points = Math.round(value * 1_000) / 10;
  return points > 0 ? `+${points}` : String(points);
}

/** By it is known whether what the issue says is still what it should say. */
export const sectionHash = (section: Section): string =>
  createHash('sha256').update(JSON.stringify(section)).digest('hex').slice(0, 16);
