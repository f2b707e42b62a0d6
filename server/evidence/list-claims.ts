import { listCapabilities } from '#db/queries/catalogue.ts';
import { listAttestations } from '../attestations/list-attestations.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

/** The answers that people gave, with the claim and the capability in words. */
export async function listClaims(ctx: Context, { platform: key }: { platform: string }) {
  const answers = await listAttestations(ctx, { platform: key });
  const platform = await findPlatform(ctx, key);
  const names = new Map((await listCapabilities(ctx.db, platform.id)).map((one) => [one.key, one.name]));
  const titles = new Map(rubricOf(platform).pack.criteria.map(({ id, title }) => [id, title]));
  return answers.map((answer) => ({
    ...answer,
    title: titles.get(answer.criterion) ?? null,
    capabilityName: answer.capability === null ? null : (names.get(answer.capability) ?? answer.capability),
  }));
}
