import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { MailSettings } from './notifiers/mail-settings.ts';
import type { RunTask } from './tasks/task.ts';

export type Role = 'admin' | 'editor' | 'owner' | 'viewer';
export type Grant = { platformId: string | null; role: Role; teamId: string | null };

/** Who is asking. A token acts with its scopes, a person with their roles. */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'person'; id: string; name: string; grants: Grant[]; sessionId?: string }
  | {
      kind: 'token';
      id: string;
      name: string;
      scopes: string[];
      platformId: string | null;
      /** what the person who made it may do now; null: made by the operator on the command line */
      grants: Grant[] | null;
    }
  | { kind: 'system'; name: string };

/** What every verb gets first: the database, the time, who asks, and how to have a platform scored anew. */
export type Context = {
  db: Kysely<Database>;
  now: () => Date;
  actor: Actor;
  /** the deployment's SECRET */
  secret: string;
  /** where people reach this deployment, without a slash at the end; every link is built from it */
  publicUrl: string;
  /** how e-mail leaves this deployment; without it none does */
  mail?: MailSettings | null;
  /** recomputes the current scorecard of a platform and resolves when the row is stored */
  rescore: (platformId: string) => Promise<void>;
  /** runs what reads much or computes long where nobody else waits for it */
  runTask: RunTask;
};
