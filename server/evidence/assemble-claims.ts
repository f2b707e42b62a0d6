import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  listApprovedExemptionsBy,
  listAttestationsBy,
  listFailuresAt,
  listSelfAssessmentsBy,
  listSurveyResultsBy,
} from '#db/queries/bundle-claims.ts';
import type { Database } from '#db/schema.ts';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import type { Claims } from '#rubrics/evidence/sort-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { describeSourceErrors } from './describe-source-errors.ts';

export type ClaimsQuery = { platformId: string; asOf: string; capabilities: ReadonlySet<string>; rubric: Rubric };

type Row = { platformId: string };
type Rows<List extends (...given: never) => Promise<readonly Row[]>> = Awaited<ReturnType<List>>;
/** What people said, and sources failed at, as it stands in the database. */
export type ClaimRows = {
  attestations: Rows<typeof listAttestationsBy>;
  exemptions: Rows<typeof listApprovedExemptionsBy>;
  selfAssessment: Rows<typeof listSelfAssessmentsBy>;
  surveys: Rows<typeof listSurveyResultsBy>;
  failures: Rows<typeof listFailuresAt>;
};

/** What people said by an instant and sources failed at, without who said it. */
export async function assembleClaims(db: Kysely<Database>, query: ClaimsQuery): Promise<Claims> {
  const rowsOf = await listClaimRows(db, { platformIds: [query.platformId], asOf: query.asOf });
  return describeClaims(rowsOf(query.platformId), query);
}

/** The rows of some platforms, in one statement each. */
export async function listClaimRows(
  db: Kysely<Database>,
  query: { platformIds: readonly string[]; asOf: string },
): Promise<(platformId: string) => ClaimRows> {
  const attestations = byPlatform(await listAttestationsBy(db, query));
  const exemptions = byPlatform(await listApprovedExemptionsBy(db, query));
  const selfAssessment = byPlatform(await listSelfAssessmentsBy(db, query));
  const surveys = byPlatform(await listSurveyResultsBy(db, query));
  const failures = byPlatform(await listFailuresAt(db, query));
  return (id) => ({
    attestations: attestations.get(id) ?? [],
    exemptions: exemptions.get(id) ?? [],
    selfAssessment: selfAssessment.get(id) ?? [],
    surveys: surveys.get(id) ?? [],
    failures: failures.get(id) ?? [],
  });
}

const byPlatform = <One extends Row>(rows: readonly One[]) => Map.groupBy(rows, ({ platformId }) => platformId);

/** The claims of a bundle, from their rows. */
export function describeClaims(rows: ClaimRows, query: Omit<ClaimsQuery, 'platformId'>): Claims {
  // of each aspect and capability the newest claim holds
  const claimed = new Map(rows.selfAssessment.map((one) => [`${one.aspect} ${one.capability}`, one]));
  return {
    ...describeExemptions(rows.exemptions, query),
    attestations: describeAttestations(rows.attestations, query),
    selfAssessment: [...claimed.values()]
      .map(({ aspect, capability, claimed: level }) => ({ aspect, capability: capability || null, claimed: level }))
      .filter(({ capability }) => isKnown(query, capability)),
    sourceErrors: describeSourceErrors(rows.failures, query),
    surveys: rows.surveys
      .map(({ result }) => released.parse(JSON.parse(result)))
      .filter(({ capability }) => isKnown(query, capability)),
  };
}

type Query = Omit<ClaimsQuery, 'platformId'>;
/** Released results are written by us and never change: they are not checked again each time. */
const released = z.custom<Bundle['surveys'][number]>();
const isKnown = ({ capabilities }: Query, capability: string | null) =>
  capability === null || capabilities.has(capability);

function describeExemptions(rows: ClaimRows['exemptions'], query: Query) {
  const approved = rows.filter(({ capability }) => isKnown(query, capability));
  const facts = approved.map(({ kind, criterion, capability, decidedAt, expiresAt, approvedUntil, selfApproved }) => ({
    kind,
    expiresAt,
    // ended before its time: until it was, nobody knew
    approvedUntil: approvedUntil ?? expiresAt,
    claim: { criterion, capability, approvedAt: decidedAt ?? query.asOf, selfApproved: selfApproved === 1 },
  }));
  const inForce = facts.flatMap(({ kind, claim, expiresAt, approvedUntil }) =>
    kind === 'exemption' && expiresAt !== null && approvedUntil !== null && expiresAt > query.asOf
      ? [{ ...claim, expiresAt: approvedUntil }]
      : [],
  );
  const notApplicable = facts.flatMap(({ kind, claim, expiresAt }) =>
    kind === 'not_applicable' && (expiresAt === null || expiresAt > query.asOf) ? [claim] : [],
  );
  return { exemptions: firstOfEach(inForce), notApplicable: firstOfEach(notApplicable) };
}

/** Of each criterion and capability the newest answer that counts, and a newer one that still awaits its review. The rows come newest first. */
function describeAttestations(rows: ClaimRows['attestations'], query: Query): Bundle['attestations'] {
  const places = new Map<string, { awaiting: AttestationRow | null; counted: AttestationRow | null }>();
  for (const row of rows) {
    if (!isKnown(query, row.capability)) continue;
    const reviewed = isReviewed(row, query);
    if (reviewed && row.review === 'rejected') continue;
    const key = keyOf(row.criterion, row.capability);
    const known = places.get(key);
    if (known !== undefined && known.counted !== null) continue;
    const place = known ?? { awaiting: null, counted: null };
    if (known === undefined) places.set(key, place);
    if (row.review === 'not_needed' || (reviewed && row.review === 'accepted')) place.counted = row;
    else place.awaiting ??= row;
  }
  return [...places.values()].flatMap(({ awaiting, counted }) =>
    [awaiting, counted].flatMap((row) => (row === null ? [] : [attestationOf(row, query)])),
  );
}

type AttestationRow = ClaimRows['attestations'][number];
const isReviewed = ({ reviewedAt }: AttestationRow, { asOf }: Query) => reviewedAt !== null && reviewedAt <= asOf;

function attestationOf(row: AttestationRow, query: Query): Bundle['attestations'][number] {
  const { criterion, capability, answer, link, answeredAt, selfApproved } = row;
  const reviewed = isReviewed(row, query);
  const reviewedAt = reviewed ? row.reviewedAt : null;
  return { criterion, capability, answer, link, answeredAt, reviewedAt, selfApproved: reviewed && selfApproved === 1 };
}

/** The lists come newest first. */
function firstOfEach<T extends { criterion: string; capability: string | null }>(claims: T[]): T[] {
  const groups = Map.groupBy(claims, ({ criterion, capability }) => JSON.stringify([criterion, capability]));
  return [...groups.values()].flatMap((group) => group.slice(0, 1));
}
