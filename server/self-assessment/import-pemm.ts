import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { insertClaimsImport } from '#db/queries/self-assessment.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { accountOf } from '../people/account-of.ts';
import { recordAudit } from '../people/record-audit.ts';
import { type PemmPreview, previewPemm, previewPemmInput } from './preview-pemm.ts';
import { claimsInWords, requireLevels, writeClaims } from './save-claims.ts';

export const importPemmInput = previewPemmInput;

/**
 * Takes a link of the CNCF community's assessment as the platform's claims. The link's answers and their version are kept
 * as where the claims come from; the link itself, and the host it names, are not.
 */
export async function importPemm(ctx: Context, input: z.infer<typeof importPemmInput>): Promise<PemmPreview> {
  const preview = await previewPemm(ctx, input);
  const platform = await findPlatform(ctx, input.platform);
  const importedBy = await accountOf(ctx);
  const id = randomUUID();
  const claims = preview.aspects
    .filter(({ claimed, before }) => claimed !== null || before === null)
    .map(({ aspect, claimed }) => ({ aspect, capability: null, claimed }));
  requireLevels(platform, claims);
  await ctx.db.transaction().execute(async (trx) => {
    const { version, answers } = preview;
    const provenance = { source: 'pemm', version, answers: JSON.stringify(answers) };
    const importedAt = ctx.now().toISOString();
    await insertClaimsImport(trx, { id, platformId: platform.id, ...provenance, importedBy, importedAt });
    const written = await writeClaims(trx, ctx, { platform, claims, answeredBy: importedBy, importId: id });
    await recordAudit(trx, ctx, {
      action: 'self-assessment.import',
      platformId: platform.id,
      subject: 'pemm',
      detail: { version, ...claimsInWords(written) },
    });
  });
  await ctx.rescore(platform.id);
  return preview;
}
