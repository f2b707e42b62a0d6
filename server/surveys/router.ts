import { procedure, router } from '../trpc.ts';
import { closeCycle, closeCycleInput } from './close-cycle.ts';
import { createCycle, createCycleInput } from './create-cycle.ts';
import { discardCycle, discardCycleInput } from './discard-cycle.ts';
import { issueInvitations, issueInvitationsInput } from './issue-invitations.ts';
import { listCycles, listCyclesInput } from './list-cycles.ts';
import { listSubjects, listSubjectsInput } from './list-subjects.ts';
import { listTemplates } from './list-templates.ts';
import { openCycle, openCycleInput } from './open-cycle.ts';
import { readCycle, readCycleInput } from './read-cycle.ts';
import { readForm, readFormInput } from './read-form.ts';
import { readResults, readResultsInput } from './read-results.ts';
import { remindByMail, remindByMailInput } from './remind-by-mail.ts';
import { renewInvitations, renewInvitationsInput } from './renew-invitations.ts';
import { replaceAddress, replaceAddressInput } from './replace-address.ts';
import { submitResponse, submitResponseInput } from './submit-response.ts';

export const surveysRouter = router({
  templates: procedure.query(({ ctx }) => listTemplates(ctx)),
  subjects: procedure.input(listSubjectsInput).query(({ ctx, input }) => listSubjects(ctx, input)),
  list: procedure.input(listCyclesInput).query(({ ctx, input }) => listCycles(ctx, input)),
  read: procedure.input(readCycleInput).query(({ ctx, input }) => readCycle(ctx, input)),
  results: procedure.input(readResultsInput).query(({ ctx, input }) => readResults(ctx, input)),
  create: procedure.input(createCycleInput).mutation(({ ctx, input }) => createCycle(ctx, input)),
  discard: procedure.input(discardCycleInput).mutation(({ ctx, input }) => discardCycle(ctx, input)),
  open: procedure.input(openCycleInput).mutation(({ ctx, input }) => openCycle(ctx, input)),
  invite: procedure.input(issueInvitationsInput).mutation(({ ctx, input }) => issueInvitations(ctx, input)),
  remind: procedure.input(renewInvitationsInput).mutation(({ ctx, input }) => renewInvitations(ctx, input)),
  remindByMail: procedure.input(remindByMailInput).mutation(({ ctx, input }) => remindByMail(ctx, input)),
  replaceAddress: procedure.input(replaceAddressInput).mutation(({ ctx, input }) => replaceAddress(ctx, input)),
  close: procedure.input(closeCycleInput).mutation(({ ctx, input }) => closeCycle(ctx, input)),
  // the respondent's: a link is all they need
  form: procedure.input(readFormInput).query(({ ctx, input }) => readForm(ctx, input)),
  submit: procedure.input(submitResponseInput).mutation(({ ctx, input }) => submitResponse(ctx, input)),
});
