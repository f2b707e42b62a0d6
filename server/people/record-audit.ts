import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { inChunks } from '#db/queries/in-chunks.ts';
import type { Database } from '#db/schema.ts';
import type { Context } from '../context.ts';

export type AuditChange = {
  /** dotted verb, such as `attestation.review` */
  action: string;
  platformId: string | null;
  subject: string | null;
  /** what changed; never a secret, never a survey answer */
  detail?: Record<string, unknown>;
};

/** Writes one audit entry in the transaction of the change it describes. */
export async function recordAudit(
  trx: Kysely<Database>,
  ctx: Pick<Context, 'actor' | 'now'>,
  change: AuditChange,
): Promise<void> {
  await recordAudits(trx, ctx, [change]);
}

/** The same for many changes of one transaction. */
export async function recordAudits(
  trx: Kysely<Database>,
  ctx: Pick<Context, 'actor' | 'now'>,
  changes: readonly AuditChange[],
): Promise<void> {
  const { actor } = ctx;
  const entries = changes.map(({ action, platformId, subject, detail }) => ({
    id: randomUUID(),
    at: ctx.now().toISOString(),
    actorKind: actor.kind === 'anonymous' ? ('system' as const) : actor.kind,
    actorId: actor.kind === 'person' || actor.kind === 'token' ? actor.id : null,
    actorName: actor.kind === 'anonymous' ? 'anonymous' : actor.name,
    action,
    platformId,
    subject,
    detail: JSON.stringify(detail ?? {}),
  }));
  for (const some of inChunks(entries)) await trx.insertInto('auditEntry').values(some).execute();
}
