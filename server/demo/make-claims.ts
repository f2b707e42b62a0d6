import type { Criterion } from '#rubrics/pack.ts';
import { appliesTo } from '#rubrics/scoring/applies-to.ts';
import { answerCriterion, attestationIn } from '../attestations/answer-criterion.ts';
import { reviewAttestation } from '../attestations/review-attestation.ts';
import { newestRubric } from '../catalogue/insert-platform.ts';
import { decideExemption } from '../exemptions/decide-exemption.ts';
import { requestExemption } from '../exemptions/request-exemption.ts';
import { saveClaims } from '../self-assessment/save-claims.ts';
import { strengthAt } from './make-samples.ts';
import { noise } from './noise.ts';
import type { DemoPlatform } from './organisation.ts';
import type { World } from './world.ts';

/** Of what is asked of a capability this share is looked at each time: some answers grow old. */
const SHARE_ASKED = 0.6;

type Asked = { criterion: Criterion; answer: string; capability: string | null; strength: number };

/** Every place at which the rubric asks people, with how strong it is there and the answer it hopes for. */
function askedOf({ courses, sinceDays }: DemoPlatform, daysAgo: number): Asked[] {
  const { pack, criteria } = newestRubric().pack;
  const measured = pack.capabilities.flatMap((capability) => {
    const course = courses[capability.key];
    if (course === undefined || course.state !== undefined || course.evidence === 'silent') return [];
    return [{ ...capability, mandatory: course.mandatory ?? false, strength: strengthAt(course, sinceDays, daysAgo) }];
  });
  const overall = measured.reduce((sum, { strength }) => sum + strength, 0) / measured.length;
  return criteria.flatMap((criterion): Asked[] => {
    const leaf = attestationIn(criterion.test);
    if (leaf === null || criterion.effective_from !== undefined) return [];
    const asked = { criterion, answer: leaf.attestation };
    if (criterion.scope === 'platform') return [{ ...asked, capability: null, strength: overall }];
    return measured
      .filter((capability) => appliesTo(criterion.applies_to ?? null, capability))
      .map((capability) => ({ ...asked, capability: capability.key, strength: capability.strength }));
  });
}

/** A few places that nobody has got round to: their answers come last and still wait for somebody to look at them. */
const isLate = ({ key }: DemoPlatform, { criterion, capability }: Asked) =>
  noise(key, criterion.id, capability ?? '') >= 0.93;

/** The first answers to some of what was never answered, a few days ago. */
export async function answerLate(world: World, platform: DemoPlatform, daysAgo: number): Promise<void> {
  const tomas = await world.as('tomas');
  for (const { criterion, answer, capability } of askedOf(platform, daysAgo)
    .filter((one) => isLate(platform, one))
    .slice(0, 4))
    await answerCriterion(tomas, answerTo(platform, { criterion, answer, capability }));
}

const answerTo = ({ key }: DemoPlatform, { criterion, answer, capability }: Omit<Asked, 'strength'>) => ({
  ...{ platform: key, criterion: criterion.id, capability, answer },
  link: `https://wiki.example.org/${key}/${criterion.id.toLowerCase()}`,
});

/** Somebody answers what the rubric asks of people, somebody else looks at it. What is out of reach is not claimed. */
export async function attest(world: World, platform: DemoPlatform, daysAgo: number): Promise<void> {
  const tomas = await world.as('tomas');
  const maren = await world.as('maren');
  const asked = askedOf(platform, daysAgo).filter((one) => {
    const { capability, strength, criterion } = one;
    const { id, level } = criterion;
    return (
      !isLate(platform, one) &&
      strength + 0.9 - 0.22 * level > noise(platform.key, id) - 0.2 &&
      (capability === null || noise(platform.key, id, capability, daysAgo) < SHARE_ASKED)
    );
  });
  for (const [index, one] of asked.entries()) {
    const { id } = await answerCriterion(tomas, answerTo(platform, one));
    // each fortieth still waits for somebody, each thirtieth was sent back
    if (index % 40 === 39) continue;
    const accept = index % 30 !== 29;
    await reviewAttestation(maren, {
      id,
      accept,
      ...(accept ? {} : { note: 'The page says what is planned, not what is.' }),
    });
  }
}

/** What people claim of the one capability that nobody measures. */
export async function claimUnmeasured(world: World, { key, courses }: DemoPlatform): Promise<void> {
  const silent = Object.entries(courses).flatMap(([capability, { evidence }]) =>
    evidence === 'silent' ? capability : [],
  );
  const levels = { investment: 2, adoption: 1.5, interfaces: 2.5, operations: 2, measurement: 1 };
  const claims = silent.flatMap((capability) =>
    Object.entries(levels).map(([aspect, claimed]) => ({ aspect, capability, claimed })),
  );
  if (claims.length > 0) await saveClaims(await world.as('maren'), { platform: key, claims });
}

type Wish = { criterion: string; capability: string; reason: string; endsIn?: number; decided?: boolean };

/** Requests for exemptions as of now; `endsIn` days, without it the criterion does not apply at all. */
export async function exempt(world: World, platform: string, wishes: Wish[]): Promise<void> {
  const tomas = await world.as('tomas');
  const maren = await world.as('maren');
  for (const { criterion, capability, reason, endsIn, decided } of wishes) {
    const { id } = await requestExemption(tomas, {
      ...{ platform, criterion, capability, reason, kind: endsIn === undefined ? 'not_applicable' : 'exemption' },
      ...(endsIn === undefined ? {} : { expiresOn: dayAfter(tomas.now(), endsIn) }),
    });
    if (decided !== undefined) await decideExemption(maren, { id, approve: decided });
  }
}

const dayAfter = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
