import type { Kysely } from 'kysely';
import { listApprovedExemptionsBy, listAttestationsBy, listSurveyResultsBy } from '#db/queries/bundle-claims.ts';
import { listClaims } from '#db/queries/self-assessment.ts';
import type { Database } from '#db/schema.ts';
import { type Bundle, bundleSchema } from '#rubrics/evidence/bundle.ts';

export type ClaimsQuery = { platformId: string; asOf: string; capabilities: ReadonlySet<string> };
type Claims = Pick<Bundle, 'attestations' | 'exemptions' | 'notApplicable' | 'selfAssessment' | 'surveys'>;

/** What people said by an instant, without who said it. */
export async function assembleClaims(db: Kysely<Database>, query: ClaimsQuery): Promise<Claims> {
  return {
    ...(await assembleExemptions(db, query)),
    attestations: await assembleAttestations(db, query),
    selfAssessment: (await listClaims(db, query))
      .map(({ aspect, capability, claimed }) => ({ aspect, capability: capability || null, claimed }))
      .filter(({ capability }) => isKnown(query, capability)),
    surveys: (await listSurveyResultsBy(db, query))
      .map((text) => surveySchema.parse(JSON.parse(text)))
      .filter(({ capability }) => isKnown(query, capability)),
  };
}

const surveySchema = bundleSchema.shape.surveys.element;
const isKnown = ({ capabilities }: ClaimsQuery, capability: string | null) =>
  capability === null || capabilities.has(capability);

async function assembleExemptions(db: Kysely<Database>, query: ClaimsQuery) {
  const approved = (await listApprovedExemptionsBy(db, query)).filter(({ capability }) => isKnown(query, capability));
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

/** Of each criterion and capability the newest answer that counts, and a newer one that still awaits its review. */
async function assembleAttestations(db: Kysely<Database>, query: ClaimsQuery): Promise<Bundle['attestations']> {
  const answers = (await listAttestationsBy(db, query))
    .filter(({ capability }) => isKnown(query, capability))
    .map((row) => {
      const reviewed = row.reviewedAt !== null && row.reviewedAt <= query.asOf;
      const { criterion, capability, answer, link, answeredAt, selfApproved } = row;
      const reviewedAt = reviewed ? row.reviewedAt : null;
      return {
        counts: row.review === 'not_needed' || (reviewed && row.review === 'accepted'),
        rejected: reviewed && row.review === 'rejected',
        claim: {
          criterion,
          capability,
          answer,
          link,
          answeredAt,
          reviewedAt,
          selfApproved: reviewed && selfApproved === 1,
        },
      };
    })
    .filter(({ rejected }) => !rejected);
  const byCriterion = Map.groupBy(answers, ({ claim }) => JSON.stringify([claim.criterion, claim.capability]));
  return [...byCriterion.values()].flatMap((newestFirst) => {
    const counted = newestFirst.findIndex(({ counts }) => counts);
    const awaiting = newestFirst.slice(0, counted === -1 ? 1 : Math.min(counted, 1));
    return [...awaiting, ...newestFirst.slice(counted).slice(0, counted === -1 ? 0 : 1)].map(({ claim }) => claim);
  });
}

/** The lists come newest first. */
function firstOfEach<T extends { criterion: string; capability: string | null }>(claims: T[]): T[] {
  const groups = Map.groupBy(claims, ({ criterion, capability }) => JSON.stringify([criterion, capability]));
  return [...groups.values()].flatMap((group) => group.slice(0, 1));
}
