import { createCampaign, createCampaignInput } from '#server/campaigns/create-campaign.ts';
import { moveCampaign } from '#server/campaigns/move-campaign.ts';
import { EDITOR } from './build-claims.ts';
import type { TestContext } from './test-context.ts';

/** The second maintainer of `data` and of `messaging`, or what is given. */
export function plan(ctx: TestContext, given: Record<string, unknown> = {}) {
  const scope = { criteria: ['INV-2.b'], capabilities: ['data', 'messaging'] };
  const input = { platform: 'payments', name: 'Two maintainers', dueOn: '2026-12-31', scope, ...given };
  return createCampaign(ctx, createCampaignInput.parse(input));
}

/** The same, and started at once. */
export async function run(ctx: TestContext, given: Record<string, unknown> = {}) {
  const { id, version } = await plan(ctx, given);
  await moveCampaign(ctx.as(EDITOR), { platform: 'payments', id, version, state: 'running' });
  return { id, version: version + 1 };
}
