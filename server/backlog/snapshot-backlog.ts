import type { Kysely } from 'kysely';
import { findPlatformById, listCapabilities } from '#db/queries/catalogue.ts';
import {
  type ImprovementRow,
  listImprovementCriteria,
  listImprovements,
  listStatesAt,
} from '#db/queries/improvements.ts';
import { findNames } from '#db/queries/people.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '../errors.ts';
import { withRubric } from '../rubrics/find-rubric.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { type BacklogSnapshot, measuredEffectSchema, predictedEffectSchema } from './backlog-snapshot.ts';
import { IMPROVEMENT_STATES } from './improvement-states.ts';
import { readLedger } from './read-ledger.ts';

/**
 * A platform's backlog at an instant: what was proposed by then, in the state of then; an effect measured later is not in it.
 * Titles, owners and dates are as they stand now.
 */
export async function snapshotBacklog(db: Kysely<Database>, platformId: string, at: string): Promise<BacklogSnapshot> {
  const platform = await withRubric(db, await findPlatformById(db, platformId));
  if (platform === undefined) throw new AppError('NOT_FOUND', 'There is no such platform.');
  const rows = await listImprovements(db, platformId);
  const criteria = await listImprovementCriteria(db, { platformId });
  const moves = new Map((await listStatesAt(db, platformId, at)).map((move) => [move.improvementId, move]));
  const names = new Map((await listCapabilities(db, platformId)).map(({ key, name }) => [key, name]));
  const titles = new Map(rubricOf(platform).pack.criteria.map(({ id, title }) => [id, title]));
  const criteriaOf = (id: string) =>
    criteria
      .filter(({ improvementId }) => improvementId === id)
      .map(({ criterion, capability }) => ({
        criterion,
        title: titles.get(criterion) ?? null,
        capability: capability || null,
        capabilityName: capability === '' ? null : (names.get(capability) ?? capability),
      }));
  const items = rows.flatMap((row) => {
    const move = moves.get(row.id);
    if (move === undefined) return [];
    const state = { state: move.state, since: move.at };
    return [{ ...describe(row, at), ...state, criteria: criteriaOf(row.id) }];
  });
  const place = (item: (typeof items)[number]) => IMPROVEMENT_STATES.indexOf(item.state);
  return {
    schema: 'plumbline/backlog/2',
    platform: platform.key,
    at,
    items: items.toSorted((a, b) => place(a) - place(b)),
    ledger: await readLedger(db, platformId, at),
  };
}

function describe(row: ImprovementRow, at: string) {
  const { id, title, dueOn, effortDays, createdAt } = row;
  const predicted = row.predicted === null ? null : predictedEffectSchema.parse(JSON.parse(row.predicted));
  const measured = row.measured === null ? null : measuredEffectSchema.parse(JSON.parse(row.measured));
  return {
    ...{ id, title, dueOn, effortDays, createdAt },
    owner: ownerOf(row),
    predicted: predicted !== null && predicted.asOf <= at ? predicted : null,
    measured: measured !== null && measured.asOf <= at ? measured : null,
  };
}

function ownerOf({ ownerUserId, teamKey, teamName }: ImprovementRow): Owner {
  if (ownerUserId !== null) return { kind: 'person', key: ownerUserId, name: null };
  return teamKey === null ? null : { kind: 'team', key: teamKey, name: teamName };
}

type Owner = BacklogSnapshot['items'][number]['owner'];

/** A snapshot with the names of the people in it as they are today, for whoever reads it; not to be frozen. */
export async function nameOwners(db: Kysely<Database>, snapshot: BacklogSnapshot): Promise<BacklogSnapshot> {
  const people = snapshot.items.flatMap(({ owner }) => (owner?.kind === 'person' ? [owner.key] : []));
  const names = await findNames(db, people);
  const named = (owner: Owner): Owner => owner && { ...owner, name: names.get(owner.key) ?? owner.name };
  return { ...snapshot, items: snapshot.items.map((item) => ({ ...item, owner: named(item.owner) })) };
}
