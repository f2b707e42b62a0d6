import { z } from 'zod';
import { replaceImprovementCriteria } from '#db/queries/improvements.ts';
import { saveVersion } from '#db/queries/save-version.ts';
import { requireOpenCampaign } from '../campaigns/require-campaign.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from '../people/fields.ts';
import { recordAudit } from '../people/record-audit.ts';
import { mayChange, SCOPE } from './backlog-rights.ts';
import { checkPlaces } from './check-places.ts';
import { findOwner } from './find-owner.ts';
import {
  type CriterionPlace,
  criteriaField,
  dueField,
  effortField,
  notesField,
  ownerField,
  titleField,
  versionField,
} from './improvement-fields.ts';
import { STATE_WORDS } from './improvement-states.ts';
import { predictEffectTask } from './predict-effect.ts';
import { changedMeanwhile, type Found, notYours, requireImprovement, requireVersion } from './require-improvement.ts';
import { withStatesKept } from './states-now.ts';

export const changeImprovementInput = z.strictObject({
  platform: keyField,
  id: idField,
  version: versionField,
  title: titleField.optional(),
  notes: notesField.optional(),
  criteria: criteriaField.optional(),
  owner: ownerField.nullable().optional(),
  dueOn: dueField.nullable().optional(),
  effortDays: effortField.nullable().optional(),
  /** person-days that it took in the end */
  actualDays: effortField.nullable().optional(),
  campaign: idField.nullable().optional(),
});
type Input = z.output<typeof changeImprovementInput>;

const OPEN = ['proposed', 'planned', 'doing'];
const nameOf = ({ criterion, capability }: CriterionPlace) => `${criterion} ${capability ?? ''}`;

/** Changes what an improvement says. Other criteria give it a new prediction; once it is done they stay as they are. */
export async function changeImprovement(ctx: Context, input: Input) {
  const found = await requireImprovement(ctx, input, ['owner', SCOPE]);
  const { platform, improvement, rights, subject } = found;
  const capabilities = [...subject.capabilities, ...(input.criteria ?? []).map(({ capability }) => capability)];
  if (!mayChange(rights, { ...subject, capabilities })) throw notYours();
  requireVersion(improvement, input.version);
  const { title, notes, dueOn, effortDays, actualDays, campaign: campaignId } = input;
  if (campaignId && campaignId !== improvement.campaignId) await requireOpenCampaign(ctx, platform.id, campaignId);
  const owner = input.owner === undefined ? {} : await ownerChange(ctx, found, input.owner);
  const criteria = await criteriaChange(ctx, found, input.criteria);
  const given = { title, notes, dueOn, effortDays, actualDays, campaignId, ...owner };
  const changed = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== undefined && value !== Reflect.get(improvement, name)),
  );
  const names = [...Object.keys(changed), ...(criteria === null ? [] : ['criteria'])];
  if (names.length === 0) return { id: improvement.id, version: improvement.version };
  await ctx.db.transaction().execute(async (trx) => {
    const predicted = criteria === null ? {} : { predicted: criteria.predicted };
    const change = { ...changed, ...predicted, updatedAt: ctx.now().toISOString() };
    if (!(await saveVersion(trx, 'improvement', improvement, change))) throw await changedMeanwhile(trx, improvement);
    if (criteria !== null) await replaceImprovementCriteria(trx, improvement.id, criteria.rows);
    const before = Object.fromEntries(Object.keys(changed).map((name) => [name, Reflect.get(improvement, name)]));
    const detail = { changed: names, before, after: changed, criteria: input.criteria };
    const entry = { action: 'improvement.change', platformId: platform.id, subject: improvement.id, detail };
    await recordAudit(trx, ctx, entry);
  });
  return { id: improvement.id, version: improvement.version + 1 };
}

/** An owner who stays is not asked for anew: they may have left since. */
async function ownerChange(ctx: Context, { platform, improvement }: Found, owner: NonNullable<Input['owner']> | null) {
  const stays =
    owner !== null &&
    ('person' in owner ? owner.person === improvement.ownerUserId : owner.team === improvement.teamKey);
  return stays ? {} : findOwner(ctx, platform.id, owner);
}

/** The new criteria with a new prediction; those that stay keep the state that they had before. Null: nothing changes. */
async function criteriaChange(ctx: Context, found: Found, wanted: CriterionPlace[] | undefined) {
  const { platform, improvement } = found;
  const old = new Map(found.criteria.map((one) => [`${one.criterion} ${one.capability}`, one]));
  if (wanted === undefined || (wanted.length === old.size && wanted.every((one) => old.has(nameOf(one))))) return null;
  if (!OPEN.includes(improvement.state)) {
    const words = STATE_WORDS[improvement.state];
    throw new AppError('CONFLICT', `What is ${words} keeps its criteria. Take it up again, or propose another one.`);
  }
  const added = wanted.filter((one) => !old.has(nameOf(one)));
  await checkPlaces(ctx, platform, added);
  const predicted = await ctx.runTask(predictEffectTask, { platformId: platform.id, criteria: wanted });
  const rows = await withStatesKept(ctx, platform.id, { places: wanted, held: found.criteria });
  return { rows, predicted: predicted && JSON.stringify(predicted) };
}
