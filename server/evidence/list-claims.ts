import { listCapabilities } from '#db/queries/catalogue.ts';
import { answersOf } from '#rubrics/answers-of.ts';
import { attestationIn } from '../attestations/answer-criterion.ts';
import { listAttestations } from '../attestations/list-attestations.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

/** The answers that people gave, with the claim and the capability in words. */
export async function listClaims(ctx: Context, { platform: key }: { platform: string }) {
  const answers = await listAttestations(ctx, { platform: key });
  const platform = await findPlatform(ctx, key);
  const names = new Map((await listCapabilities(ctx.db, platform.id)).map((one) => [one.key, one.name]));
  const { pack, criteria } = rubricOf(platform).pack;
  const asked = new Map(criteria.map((one) => [one.id, one]));
  const nameOf = (criterion: string, answer: string) => {
    const leaf = attestationIn(asked.get(criterion)?.test ?? { attestation: answer });
    const offered = leaf === null ? null : answersOf(leaf, pack.answer_sets);
    return offered?.find(({ key: one }) => one === answer)?.name ?? answer;
  };
  return answers.map((answer) => ({
    ...answer,
    title: asked.get(answer.criterion)?.title ?? null,
    /** what the answer is called */
    answer: nameOf(answer.criterion, answer.answer),
    capabilityName: answer.capability === null ? null : (names.get(answer.capability) ?? answer.capability),
  }));
}
