import { procedure, router } from '../trpc.ts';
import { completeSetUp, completeSetUpInput } from './complete-set-up.ts';
import { createPasswordLink, createPasswordLinkInput } from './create-password-link.ts';
import { createToken, createTokenInput } from './create-token.ts';
import { createUser, createUserInput } from './create-user.ts';
import { deactivateUser, deactivateUserInput } from './deactivate-user.ts';
import { endSessions, endSessionsInput } from './end-sessions.ts';
import { forgetPerson, forgetPersonInput } from './forget-person.ts';
import { grantRole, grantRoleInput } from './grant-role.ts';
import { listAudit, listAuditInput } from './list-audit.ts';
import { listMySessions } from './list-my-sessions.ts';
import { listPeople, listPeopleInput } from './list-people.ts';
import { listTokens, listTokensInput } from './list-tokens.ts';
import { readMe } from './read-me.ts';
import { readPasswordLink, readPasswordLinkInput } from './read-password-link.ts';
import { readSetUpLink, readSetUpLinkInput } from './read-set-up-link.ts';
import { revokeRole, revokeRoleInput } from './revoke-role.ts';
import { revokeToken, revokeTokenInput } from './revoke-token.ts';
import { setPassword, setPasswordInput } from './set-password.ts';

export const peopleRouter = router({
  me: procedure.query(({ ctx }) => readMe(ctx)),
  readSetUpLink: procedure.input(readSetUpLinkInput).query(({ ctx, input }) => readSetUpLink(ctx, input)),
  completeSetUp: procedure.input(completeSetUpInput).mutation(({ ctx, input }) => completeSetUp(ctx, input)),
  readPasswordLink: procedure.input(readPasswordLinkInput).query(({ ctx, input }) => readPasswordLink(ctx, input)),
  setPassword: procedure.input(setPasswordInput).mutation(({ ctx, input }) => setPassword(ctx, input)),
  list: procedure.input(listPeopleInput).query(({ ctx, input }) => listPeople(ctx, input)),
  createUser: procedure.input(createUserInput).mutation(({ ctx, input }) => createUser(ctx, input)),
  createPasswordLink: procedure
    .input(createPasswordLinkInput)
    .mutation(({ ctx, input }) => createPasswordLink(ctx, input)),
  grantRole: procedure.input(grantRoleInput).mutation(({ ctx, input }) => grantRole(ctx, input)),
  revokeRole: procedure.input(revokeRoleInput).mutation(({ ctx, input }) => revokeRole(ctx, input)),
  deactivateUser: procedure.input(deactivateUserInput).mutation(({ ctx, input }) => deactivateUser(ctx, input)),
  forgetPerson: procedure.input(forgetPersonInput).mutation(({ ctx, input }) => forgetPerson(ctx, input)),
  listMySessions: procedure.query(({ ctx }) => listMySessions(ctx)),
  endSessions: procedure.input(endSessionsInput).mutation(({ ctx, input }) => endSessions(ctx, input)),
  listTokens: procedure.input(listTokensInput).query(({ ctx, input }) => listTokens(ctx, input)),
  createToken: procedure.input(createTokenInput).mutation(({ ctx, input }) => createToken(ctx, input)),
  revokeToken: procedure.input(revokeTokenInput).mutation(({ ctx, input }) => revokeToken(ctx, input)),
  listAudit: procedure.input(listAuditInput).query(({ ctx, input }) => listAudit(ctx, input)),
});
