import type { ImprovementCriterion, ImprovementRow } from '#db/queries/improvements.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { standingOf } from '#rubrics/scoring/effect.ts';
import type { CriterionResult } from '#rubrics/scoring/scorecard.ts';
import { type BacklogRights, mayChange, mayMove } from './backlog-rights.ts';
import { measuredEffectSchema, predictedEffectSchema } from './backlog-snapshot.ts';
import { confirmBy } from './judge-improvements.ts';

/** What the rows of a backlog are read with. */
export type Surroundings = {
  rights: BacklogRights;
  /** the rubric's, by id */
  rubric: ReadonlyMap<string, Criterion>;
  /** names of capabilities, by key */
  names: ReadonlyMap<string, string>;
  /** of the current scorecard, by `keyOf(criterion, capability)` */
  results: ReadonlyMap<string, CriterionResult>;
  /** when each improvement came into its state, by id */
  since: ReadonlyMap<string, string>;
};

/** An improvement as screens and the API show it, with how its criteria stand now and what the actor may do with it. */
export function describeImprovement(row: ImprovementRow, criteria: ImprovementCriterion[], around: Surroundings) {
  const { id, title, notes, state, version, dueOn, effortDays, createdAt, updatedAt, startedAt, closedAt } = row;
  const capabilities = criteria.map(({ capability }) => capability || null);
  const subject = { state, createdBy: row.createdBy, capabilities };
  const moves = mayMove(around.rights, subject);
  return {
    ...{ id, title, notes, state, version, dueOn, effortDays, createdAt, updatedAt, startedAt, closedAt },
    owner: describeOwner(row),
    actualDays: row.actualDays,
    campaign: row.campaignId === null ? null : { id: row.campaignId, name: row.campaignName ?? '' },
    externalKey: row.externalKey,
    /** when it came into its state */
    since: around.since.get(id) ?? createdAt,
    createdBy: row.proposerName ?? row.createdBy,
    /** done: until when evidence may show it */
    confirmBy: state === 'done' && closedAt !== null ? confirmBy(closedAt) : null,
    criteria: criteria.map((one) => describeCriterion(one, around)),
    predicted: row.predicted === null ? null : predictedEffectSchema.parse(JSON.parse(row.predicted)),
    measured: row.measured === null ? null : measuredEffectSchema.parse(JSON.parse(row.measured)),
    rights: {
      change: mayChange(around.rights, subject),
      moves: [...moves],
      evaluate: (state === 'done' || state === 'not_confirmed') && around.rights.plan(capabilities),
    },
  };
}

/** A person who can no longer sign in stays readable, and is marked so. */
function describeOwner({ ownerUserId, ownerName, ownerDeactivatedAt, teamKey, teamName }: ImprovementRow) {
  if (ownerUserId !== null) {
    const name = ownerName ?? ownerUserId;
    return { kind: 'person' as const, key: ownerUserId, name, active: ownerDeactivatedAt === null };
  }
  return teamKey === null ? null : { kind: 'team' as const, key: teamKey, name: teamName ?? teamKey, active: true };
}

function describeCriterion(row: ImprovementCriterion, around: Surroundings) {
  const { criterion, capability: key, stateBefore, valueBefore } = row;
  const capability = key || null;
  const known = around.rubric.get(criterion);
  const result = around.results.get(keyOf(criterion, capability));
  return {
    criterion,
    capability,
    capabilityName: capability === null ? null : (around.names.get(capability) ?? capability),
    /** null: the rubric has no such criterion any more */
    title: known?.title ?? null,
    aspect: known?.aspect ?? null,
    level: known?.level ?? null,
    role: known?.role ?? null,
    state: result?.state ?? null,
    reason: result?.reason ?? null,
    standing: result === undefined ? null : standingOf(result),
    /** when work began: what its effect is measured from */
    stateBefore,
    valueBefore,
  };
}
