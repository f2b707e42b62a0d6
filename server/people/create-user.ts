import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findUserByEmail, insertGrant, insertUser } from '#db/queries/people.ts';
import { nameField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { emailField } from './fields.ts';
import { insertLink } from './insert-link.ts';
import { requireAdmin } from './permissions.ts';
import { recordAudit } from './record-audit.ts';

export const createUserInput = z.strictObject({
  name: nameField,
  email: emailField,
  /** administrator of the whole deployment; other roles are given afterwards */
  admin: z.boolean().default(false),
});

/** An account without a password, and the one-time link by which its person sets one. The link is shown here only. */
export async function createUser(ctx: Context, input: z.output<typeof createUserInput>) {
  requireAdmin(ctx, 'admin');
  const { name, email, admin } = input;
  const id = randomUUID();
  const at = ctx.now().toISOString();
  return ctx.db.transaction().execute(async (trx) => {
    if (await findUserByEmail(trx, email)) throw new AppError('CONFLICT', `${email} has an account already.`);
    await insertUser(trx, { id, name, email, password: null, at });
    if (admin) {
      await insertGrant(trx, {
        id: randomUUID(),
        userId: id,
        platformId: null,
        role: 'admin',
        teamId: null,
        createdAt: at,
      });
    }
    await recordAudit(trx, ctx, {
      action: 'user.create',
      platformId: null,
      subject: id,
      detail: { name, email, admin },
    });
    return { id, link: await insertLink(trx, ctx, id) };
  });
}
