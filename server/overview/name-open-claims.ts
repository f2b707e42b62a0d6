import type { OpenClaim } from '#db/queries/overview.ts';
import type { Rubric } from '#rubrics/rubric.ts';

/** The overview names so many; the pages of attestations and exemptions name all. */
const CLAIMS_NAMED = 8;

/** What waits for somebody, the soonest first with what it is about, and of what kinds the others are. */
export function nameOpenClaims(claims: readonly OpenClaim[], { pack }: Rubric) {
  const titles = new Map(pack.criteria.map(({ id, title }) => [id, title]));
  // what the rubric of now does not have waits for nobody
  const known = claims.flatMap((claim) => {
    const title = titles.get(claim.criterion);
    return title === undefined ? [] : [{ ...claim, title }];
  });
  const others = Map.groupBy(known.slice(CLAIMS_NAMED), ({ kind, need }) => `${kind} ${need}`);
  return {
    openClaims: known.slice(0, CLAIMS_NAMED),
    moreOpenClaims: [...others.values()].flatMap((same) =>
      same[0] === undefined ? [] : [{ kind: same[0].kind, need: same[0].need, n: same.length }],
    ),
  };
}
