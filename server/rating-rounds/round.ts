import { z } from 'zod';
import { findRatingRound, type RatingRound } from '#db/queries/rating-rounds.ts';
import { levelSteps } from '#rubrics/scoring/level-steps.ts';
import { keyField, textField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context, Role } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from '../people/fields.ts';
import { requireRole } from '../people/permissions.ts';
import { claimedField, requireStep } from '../self-assessment/claimed-field.ts';

/** What names a round in every verb. */
export const roundInput = z.strictObject({ platform: keyField, round: idField });

/** Whoever writes anything of a round does so under this scope. */
export const SCOPE = 'attestations:write';

/** What is rated and by which steps, as it stood when the round opened. */
export const scaleSchema = z.strictObject({
  levels: z.array(z.strictObject({ level: z.int(), name: z.string() })),
  aspects: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      question: z.string(),
      steps: z.array(z.strictObject({ level: z.int(), name: z.string(), summary: z.string() })),
    }),
  ),
  /** null: the platform as a whole */
  places: z.array(z.strictObject({ capability: z.string().nullable(), name: z.string().nullable() })),
});
export type Scale = z.infer<typeof scaleSchema>;

export const placeFields = {
  aspect: keyField,
  /** null: the platform as a whole */
  capability: keyField.nullable(),
};

export const ratingSchema = z.strictObject({
  ...placeFields,
  /** null: does not know */
  rating: claimedField,
  /** one sentence: what it rests on */
  evidence: textField(500).default(''),
});
export type Rating = z.infer<typeof ratingSchema>;

export type Unit = { aspect: string; capability: string | null };

export const readScale = (round: Pick<RatingRound, 'scale'>): Scale => scaleSchema.parse(JSON.parse(round.scale));

/** Everything that is rated, capability by capability. */
export const unitsOf = ({ aspects, places }: Scale): Unit[] =>
  places.flatMap(({ capability }) => aspects.map(({ key }) => ({ aspect: key, capability })));

export const unitKey = ({ aspect, capability }: Unit): string => `${capability ?? ''}/${aspect}`;

/** The round and its platform, if the actor may do there what needs this role and scope. */
export async function loadRound(ctx: Context, input: z.output<typeof roundInput>, role: Role, scope: string) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, role, scope);
  const round = await findRatingRound(ctx.db, platform.id, input.round);
  if (round === undefined) throw new AppError('NOT_FOUND', 'There is no such rating round on this platform.');
  return { platform, round };
}

/** What a round that is over answers to whoever still wants to change it. */
export function refuseEnded({ state }: Pick<RatingRound, 'state'>): void {
  if (state === 'open') return;
  throw new AppError(
    'CONFLICT',
    state === 'revealed'
      ? 'The ratings of this round have been revealed. What was rated first stays as it is.'
      : 'This round was discarded.',
  );
}

/** Every rating that the round takes, ascending. */
export const stepsOf = ({ aspects }: Pick<Scale, 'aspects'>): number[] =>
  [...new Set(aspects.flatMap(({ steps }) => levelSteps(steps)))].toSorted((a, b) => a - b);

/** Refuses places that this round does not rate, such as stand twice, and ratings that are no step of theirs. */
export function requireUnits(scale: Scale, wanted: readonly (Unit & Pick<Rating, 'rating'>)[]): void {
  const known = new Set(unitsOf(scale).map(unitKey));
  const steps = new Map(scale.aspects.map((aspect) => [aspect.key, levelSteps(aspect.steps)]));
  const seen = new Set<string>();
  for (const unit of wanted) {
    const key = unitKey(unit);
    if (!known.has(key)) throw new AppError('BAD_REQUEST', `"${key}" is not rated in this round.`);
    if (seen.has(key)) throw new AppError('BAD_REQUEST', `"${key}" stands twice.`);
    seen.add(key);
    requireStep(steps.get(unit.aspect) ?? [], unit.rating);
  }
}
