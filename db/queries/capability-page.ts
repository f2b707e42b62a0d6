import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

type Db = Kysely<Database>;

/** A capability with the name of the team that owns it. */
export function findCapabilityWithOwner(db: Db, platformId: string, key: string) {
  return db
    .selectFrom('capability')
    .leftJoin('team', 'team.id', 'capability.ownerTeamId')
    .selectAll('capability')
    .select('team.name as ownerName')
    .where('platformId', '=', platformId)
    .where('capability.key', '=', key)
    .executeTakeFirst();
}

export type MetricDay = Awaited<ReturnType<typeof listMetricDays>>[number];

/** The daily roll-ups of some metrics for a capability (null: of the platform as a whole), oldest first. */
export function listMetricDays(
  db: Db,
  wanted: { platformId: string; capability: string | null; metrics: string[]; fromDay: number },
) {
  return db
    .selectFrom('series')
    .innerJoin('sampleDay', 'sampleDay.seriesId', 'series.id')
    .select(['series.metric', 'series.labels', 'sampleDay.day', 'sampleDay.last', 'sampleDay.lastAtMs'])
    .select(['sampleDay.sum', 'sampleDay.count', 'sampleDay.min', 'sampleDay.max', 'sampleDay.valueCounts'])
    .where('series.platformId', '=', wanted.platformId)
    .where('series.capability', '=', wanted.capability ?? '')
    .where('series.metric', 'in', wanted.metrics)
    .where('sampleDay.day', '>=', wanted.fromDay)
    .orderBy('sampleDay.day')
    .execute();
}

type Place = { platformId: string; criterion: string; capability: string | null };

/** What was answered to a criterion, the newest first. */
export function listAnswers(db: Db, { platformId, criterion, capability }: Place, limit: number) {
  return db
    .selectFrom('attestation')
    .leftJoin('user as answerer', 'answerer.id', 'attestation.answeredBy')
    .leftJoin('user as reviewer', 'reviewer.id', 'attestation.reviewedBy')
    .select(['attestation.id', 'answer', 'link', 'note', 'answeredBy', 'answeredAt', 'expiresAt'])
    .select(['review', 'reviewedBy', 'reviewedAt', 'reviewNote', 'selfApproved'])
    .select(['answerer.name as answererName', 'reviewer.name as reviewerName'])
    .where('platformId', '=', platformId)
    .where('criterion', '=', criterion)
    .where('capability', capability === null ? 'is' : '=', capability)
    .orderBy('answeredAt', 'desc')
    .limit(limit)
    .execute();
}

/** What was asked for instead of meeting a criterion, the newest first. */
export function listRequests(db: Db, { platformId, criterion, capability }: Place, limit: number) {
  return db
    .selectFrom('exemption')
    .leftJoin('user as requester', 'requester.id', 'exemption.requestedBy')
    .leftJoin('user as decider', 'decider.id', 'exemption.decidedBy')
    .select(['exemption.id', 'kind', 'reason', 'requestedBy', 'requestedAt', 'expiresAt'])
    .select(['decision', 'decidedBy', 'decidedAt', 'decisionNote', 'selfApproved'])
    .select(['requester.name as requesterName', 'decider.name as deciderName'])
    .where('platformId', '=', platformId)
    .where('criterion', '=', criterion)
    .where('capability', capability === null ? 'is' : '=', capability)
    .orderBy('requestedAt', 'desc')
    .limit(limit)
    .execute();
}
