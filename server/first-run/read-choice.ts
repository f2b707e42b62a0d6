import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { hasEvidence } from '#db/queries/first-run.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

export const readChoiceInput = z.strictObject({ platform: keyField });

/** The capabilities to choose from in the first run: those of the pack, and own ones that were added. */
export async function readChoice(ctx: Context, input: z.infer<typeof readChoiceInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'catalogue:write');
  const { capabilities } = rubricOf(platform).pack.pack;
  const rows = await listCapabilities(ctx.db, platform.id);
  const packed = capabilities.map(({ key, name, description, consumption, mandatory }) => {
    const row = rows.find((one) => one.key === key);
    return row === undefined
      ? { ...{ key, name, description, consumption, mandatory }, own: false, chosen: false }
      : { ...choiceOf(row), own: false };
  });
  const own = rows.filter(({ key }) => !capabilities.some((known) => known.key === key));
  return {
    /** once there is evidence, capabilities are changed one by one under Settings */
    closed: await hasEvidence(ctx.db, platform.id),
    capabilities: [...packed, ...own.map((row) => ({ ...choiceOf(row), own: true }))],
  };
}

type Row = Awaited<ReturnType<typeof listCapabilities>>[number];
const choiceOf = ({ key, name, description, consumption, mandatory, state }: Row) => ({
  ...{ key, name, description, consumption },
  mandatory: mandatory === 1,
  chosen: state !== 'archived',
});
