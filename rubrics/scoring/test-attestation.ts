import type { AttestationTest } from '../compiled.ts';
import { isWebLink } from '../evidence/is-web-link.ts';
import type { Attestation, Evidence } from '../evidence/load-bundle.ts';
import { AWAITING_REVIEW, MET, NO_DATA, NOT_MET, STALE } from './codes.ts';

const NONE: readonly Attestation[] = [];

/** What an attestation leaf saw: the answer that counts, its rank (−1 without the link it needs), and whether a newer one waits. */
export type AttestationReading = {
  code: number;
  rank: number;
  attestation: Attestation | null;
  awaiting: boolean;
  stale: boolean;
};

/** The answers to a criterion and to those that it shares, newest first; of the same time its own first. */
function answersFor({ shares }: AttestationTest, key: string, { attestations }: Evidence): readonly Attestation[] {
  const own = attestations.get(key) ?? NONE;
  if (shares.length === 0) return own;
  const place = key.slice(key.indexOf('\u0000'));
  return [own, ...shares.map((id) => attestations.get(id + place) ?? NONE)]
    .flat()
    .toSorted((a, b) => b.answeredAtMs - a.answeredAtMs);
}

/**
 * Decides an attestation leaf: the newest reviewed, unexpired answer (docs/scoring.md §3.1). The least answer ("no") needs no
 * review. Validity runs from the answer. For a limiter an expired answer still counts, marked stale.
 */
export function testAttestation(
  test: AttestationTest,
  key: string,
  loaded: Evidence,
  limiter: boolean,
): AttestationReading {
  const reading: AttestationReading = { code: NO_DATA, rank: -1, attestation: null, awaiting: false, stale: false };
  for (const one of answersFor(test, key, loaded)) {
    const rank = test.answers.indexOf(one.answer);
    if (rank < 0) continue;
    const expired = loaded.asOfMs >= one.answeredAtMs + test.validSeconds * 1000;
    if (rank === 0 || one.reviewed) {
      reading.attestation = one;
      reading.stale = expired;
      reading.rank = test.link && !isWebLink(one.link) ? -1 : rank;
      reading.code = reading.rank >= test.requiredRank ? MET : NOT_MET;
      if (expired && !limiter) reading.code = STALE;
      return reading;
    }
    if (!expired) reading.awaiting = true;
    reading.code = reading.awaiting ? AWAITING_REVIEW : STALE;
  }
  return reading;
}
