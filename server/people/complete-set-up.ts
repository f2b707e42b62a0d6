import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  findSetUpLink,
  hasAdministrator,
  insertGrant,
  insertUser,
  lockAdministrators,
  spendSetUpLink,
} from '#db/queries/people.ts';
import type { Database } from '#db/schema.ts';
import { nameField } from '../catalogue/fields.ts';
import { insertPlatform, newPlatformFields } from '../catalogue/insert-platform.ts';
import type { Actor, Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { emailField, linkTokenField, passwordField } from './fields.ts';
import { passwordProblem } from './password-rules.ts';
import { recordAudit } from './record-audit.ts';
import { hashToken } from './secret-token.ts';

export const completeSetUpInput = z.strictObject({
  token: linkTokenField,
  name: nameField,
  email: emailField,
  password: passwordField,
  platform: z.strictObject(newPlatformFields),
});
type Input = z.output<typeof completeSetUpInput>;

const SPENT = 'This set-up link has been used. Sign in with the account that was made with it.';

/** The first administrator and the first platform, both or neither. Of several who send the form at once, one gets it. */
export async function completeSetUp(ctx: Context, input: Input) {
  const problem = passwordProblem(input.password, input.email);
  if (problem !== null) throw new AppError('BAD_REQUEST', problem);
  const linkId = await findLink(ctx, input.token);
  const password = await hashPassword(input.password);
  const id = randomUUID();
  const actor: Actor = { kind: 'person', id, name: input.name, grants: [] };
  const asThem = { ...ctx, actor };
  const platformId = await ctx.db.transaction().execute(async (trx) => {
    const at = ctx.now().toISOString();
    if (!(await spendSetUpLink(trx, linkId, at))) throw new AppError('CONFLICT', SPENT);
    await insertAdministrator(trx, asThem, { id, name: input.name, email: input.email, password, at });
    return insertPlatform(trx, asThem, input.platform);
  });
  await ctx.rescore(platformId);
  return { platform: input.platform.key };
}

/** Says plainly why a link no longer works. */
async function findLink(ctx: Context, token: string): Promise<string> {
  const link = await findSetUpLink(ctx.db, hashToken(token));
  if (link === undefined) {
    throw new AppError(
      'NOT_FOUND',
      'This set-up link is not valid. The newest start of Plumbline printed the right one.',
    );
  }
  if (link.spentAt !== null) throw new AppError('CONFLICT', SPENT);
  if (link.expiresAt <= ctx.now().toISOString()) {
    throw new AppError('CONFLICT', 'This set-up link has expired. Start Plumbline again to get a new one.');
  }
  return link.id;
}

type NewAdministrator = { id: string; name: string; email: string; password: string; at: string };

async function insertAdministrator(trx: Kysely<Database>, ctx: Context, person: NewAdministrator): Promise<void> {
  await lockAdministrators(trx);
  if (await hasAdministrator(trx)) throw new AppError('CONFLICT', SPENT);
  await insertUser(trx, person);
  await insertGrant(trx, {
    id: randomUUID(),
    userId: person.id,
    platformId: null,
    role: 'admin',
    teamId: null,
    createdAt: person.at,
  });
  await recordAudit(trx, ctx, { action: 'set-up.complete', platformId: null, subject: person.id });
}
