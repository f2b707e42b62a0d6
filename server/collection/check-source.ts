import { z } from 'zod';
import { findSource } from '#db/queries/sources.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { givenFields, readGiven } from '../connections/given-connection.ts';
import { limitChecks } from '../connections/limit-checks.ts';
import { mayAllow } from '../connections/may-allow.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { type Catalogue, type CheckedSample, checkSamples } from '../evidence/check-samples.ts';
import { loadCatalogue } from '../evidence/load-catalogues.ts';
import { clientOf, type OutboundClient } from '../outbound/client-of.ts';
import { idField } from '../people/fields.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { SourceError, type SourcePart } from '../sources/source.ts';
import { SOURCE_KINDS } from './kept-source.ts';
import { refuseUnusable } from './refuse-unusable.ts';

export const checkSourceInput = z.strictObject({
  platform: keyField,
  /** whose secrets are used where none are given */
  source: idField.optional(),
  ...givenFields,
});

const VALUES = 5;
const WHOLE_MS = 60_000;
const BYTES = 1024 * 1024;

/** What one query answered now: what would be taken in, what would not and why. */
export type PartCheck = {
  name: string;
  metric: string;
  taken: number;
  refused: number;
  problem: string | null;
  /** for administrators only */
  detail: string | null;
  values: { capability: string | null; team: string | null; labels: Record<string, string>; value: number }[];
};

/** Asks a source each of its queries once, as given and before anything is saved, and shows what would come in. */
export async function checkSource(
  ctx: Context,
  input: z.infer<typeof checkSourceInput>,
): Promise<{ parts: PartCheck[] }> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'sources:write');
  const row = input.source === undefined ? null : await findSource(ctx.db, platform.id, input.source);
  if (row === undefined) throw new AppError('NOT_FOUND', 'There is no such source.');
  const { open, allowed } = readGiven(ctx, SOURCE_KINDS, { given: input, row });
  const catalogue = await loadCatalogue(ctx, platform);
  refuseUnusable(open.parts, catalogue);
  await limitChecks(ctx, 'source');
  await recordAudit(ctx.db, ctx, {
    action: 'source.check',
    platformId: platform.id,
    subject: row?.name ?? null,
    detail: { kind: input.kind, server: open.origin },
  });
  const client = clientOf({ allowed, signal: AbortSignal.timeout(WHOLE_MS), limits: { bytes: BYTES } });
  const asking = { client, catalogue, nowMs: ctx.now().getTime(), admin: mayAllow(ctx) };
  const parts: PartCheck[] = [];
  let broken: SourceError | null = null;
  for (const part of open.parts) {
    const { check, error }: PartAnswer = broken === null ? await checkPart(part, asking) : failed(part, broken, asking);
    if (error?.whole) broken = error;
    parts.push(check);
  }
  return { parts };
}

type Asking = { client: OutboundClient; catalogue: Catalogue; nowMs: number; admin: boolean };
type PartAnswer = { check: PartCheck; error: SourceError | null };

async function checkPart(part: SourcePart, asking: Asking): Promise<PartAnswer> {
  try {
    const found = await part.look(asking.client, asking.nowMs);
    const { accepted, rejected } = checkSamples(found, () => asking.catalogue, asking.nowMs);
    const check = {
      name: part.name,
      metric: part.metric,
      taken: accepted.length,
      refused: rejected.length,
      problem: rejected[0]?.reason ?? null,
      detail: null,
      values: accepted.slice(0, VALUES).map(shownValue),
    };
    return { check, error: null };
  } catch (error) {
    if (error instanceof SourceError) return failed(part, error, asking);
    throw error;
  }
}

function failed({ name, metric }: SourcePart, error: SourceError, { admin }: Asking): PartAnswer {
  const check = {
    name,
    metric,
    taken: 0,
    refused: 0,
    problem: error.message,
    detail: admin ? error.detail : null,
    values: [],
  };
  return { check, error };
}

const labelsSchema = z.record(z.string(), z.string());
const shownValue = ({ capability, team, labels, value }: CheckedSample) => ({
  capability: capability || null,
  team: team || null,
  labels: labelsSchema.parse(JSON.parse(labels)),
  value,
});
