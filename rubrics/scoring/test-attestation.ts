import type { AttestationTest } from '../compiled.ts';
import type { Attestation, LoadedBundle } from '../evidence/load-bundle.ts';
import { AWAITING_REVIEW, MET, NO_DATA, NOT_MET, STALE } from './codes.ts';

/** What an attestation leaf saw: the answer that counts, and whether a newer one waits for its review. */
export type AttestationReading = { code: number; attestation: Attestation | null; awaiting: boolean; stale: boolean };

const NONE: readonly Attestation[] = [];

/**
 * Decides an attestation leaf: the newest reviewed, unexpired answer (docs/scoring.md §3.1). The least answer ("no") needs no
 * review. Validity runs from the answer. For a limiter an expired answer still counts, marked stale.
 */
export function testAttestation(
  test: AttestationTest,
  key: string,
  loaded: LoadedBundle,
  limiter: boolean,
): AttestationReading {
  const known = (loaded.attestations.get(key) ?? NONE).filter((one) => test.answers.includes(one.answer));
  const isExpired = (one: Attestation) => loaded.asOfMs >= Date.parse(one.answeredAt) + test.validSeconds * 1000;
  const attestation = known.find((one) => counts(one, test, loaded)) ?? null;
  const waiting = known.find((one) => !counts(one, test, loaded) && !isExpired(one));
  const awaiting = waiting !== undefined && (!attestation || known.indexOf(waiting) < known.indexOf(attestation));
  if (!attestation) {
    const code = awaiting ? AWAITING_REVIEW : known.length > 0 ? STALE : NO_DATA;
    return { code, attestation, awaiting, stale: false };
  }
  const stale = isExpired(attestation);
  const code = stale && !limiter ? STALE : verdictOf(attestation, test);
  return { code, attestation, awaiting, stale };
}

function counts(one: Attestation, test: AttestationTest, loaded: LoadedBundle): boolean {
  if (one.answer === test.answers[0]) return true;
  return one.reviewedAt !== null && Date.parse(one.reviewedAt) <= loaded.asOfMs;
}

function verdictOf({ answer, link }: Attestation, test: AttestationTest): number {
  const enough = test.answers.indexOf(answer) >= test.answers.indexOf(test.required);
  return enough && (!test.link || isWebLink(link)) ? MET : NOT_MET;
}

/** A link that a reader can open: http or https, nothing else. */
export function isWebLink(link: string | null): boolean {
  if (link === null || !URL.canParse(link)) return false;
  return ['http:', 'https:'].includes(new URL(link).protocol);
}
