import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
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
  const { actor } = ctx;
  await trx
    .insertInto('auditEntry')
    .values({
      id: randomUUID(),
      at: ctx.now().toISOString(),
      actorKind: actor.kind === 'anonymous' ? 'system' : actor.kind,
      actorId: actor.kind === 'person' || actor.kind === 'token' ? actor.id : null,
      actorName: actor.kind === 'anonymous' ? 'anonymous' : actor.name,
      action: change.action,
      platformId: change.platformId,
      subject: change.subject,
      detail: JSON.stringify(change.detail ?? {}),
    })
    .execute();
}
