import { listCapabilities } from '#db/queries/catalogue.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { appliesTo } from '#rubrics/scoring/applies-to.ts';
import { levelToReach } from '#rubrics/scoring/route-steps.ts';
import type { CriterionResult } from '#rubrics/scoring/scorecard.ts';
import type { CriterionPlace } from '../backlog/improvement-fields.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { readScorecard } from '../overview/read-scorecard.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import type { CampaignScope } from './campaign-fields.ts';

const MOST_PLACES = 1_000;

/** The places that a scope means today, each once. What a capability or a rubric gets later is not in it. */
export async function expandScope(ctx: Context, platform: Platform, scope: CampaignScope): Promise<CriterionPlace[]> {
  const all = [...(await placesOfCriteria(ctx, platform, scope)), ...(await placesOfCells(ctx, platform, scope))];
  const places = [...new Map(all.map((place) => [`${place.criterion} ${place.capability}`, place])).values()];
  if (places.length === 0) throw new AppError('BAD_REQUEST', 'Nothing of this applies to these capabilities.');
  if (places.length > MOST_PLACES) {
    throw new AppError('BAD_REQUEST', `This is ${places.length} places; a campaign has at most ${MOST_PLACES}.`);
  }
  return places;
}

type Capability = Awaited<ReturnType<typeof listCapabilities>>[number];

async function placesOfCriteria(
  ctx: Context,
  platform: Platform,
  { criteria, capabilities: wanted }: CampaignScope,
): Promise<CriterionPlace[]> {
  const rubric = new Map(rubricOf(platform).pack.criteria.map((one) => [one.id, one]));
  const capabilities = (await listCapabilities(ctx.db, platform.id)).filter(({ state }) => state !== 'archived');
  const unknown = wanted?.find((key) => !capabilities.some((one) => one.key === key));
  if (unknown !== undefined) throw new AppError('NOT_FOUND', `There is no capability "${unknown}".`);
  const meant = capabilities.filter(({ key, state }) => (wanted === null ? state === 'offered' : wanted.includes(key)));
  return criteria.flatMap((id): CriterionPlace[] => {
    const criterion = rubric.get(id);
    if (criterion === undefined) throw new AppError('NOT_FOUND', `There is no criterion "${id}" in this rubric.`);
    if (criterion.scope === 'platform') return [{ criterion: id, capability: null }];
    return meant.flatMap((one) => (fits(criterion, one) ? [{ criterion: id, capability: one.key }] : []));
  });
}

const fits = ({ applies_to }: Criterion, { key, consumption, mandatory }: Capability) =>
  appliesTo(applies_to ?? null, { key, consumption, mandatory: mandatory === 1 });

/** Of each cell what brings it to its target: the required criteria up to there, its anchors and its symptoms. */
async function placesOfCells(ctx: Context, platform: Platform, { cells }: CampaignScope): Promise<CriterionPlace[]> {
  if (cells.length === 0) return [];
  const { scorecard } = await readScorecard(ctx.db, platform.id);
  if (scorecard === null) throw new AppError('CONFLICT', 'Nothing has been scored yet, so no cell has a way to go.');
  return cells.flatMap(({ capability, aspect }) => {
    const cell = scorecard.cells.find((one) => one.capability === capability && one.aspect === aspect);
    if (cell === undefined) throw new AppError('NOT_FOUND', `There is no cell ${capability}, ${aspect}.`);
    return cell.criteria
      .filter((result) => isAskedFor(result, levelToReach(cell, cell.target) ?? cell.target))
      .map(({ id, inherited }) => ({ criterion: id, capability: inherited ? null : capability }));
  });
}

/** Of answers that are added up every one that aims at something; else what its level waits for. */
function isAskedFor({ role, level, target }: CriterionResult, upTo: number): boolean {
  if (target !== undefined) return target > 0;
  return role === 'anchor' || role === 'limiter' || (role === 'required' && level <= upTo);
}
