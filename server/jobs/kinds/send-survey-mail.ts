import { sendSurveyMail as send } from '../../surveys/send-survey-mail.ts';
import type { JobKind } from './job-kind.ts';

/** Sends survey mails that are due. What cannot be sent stays queued, so this itself does not fail. */
export const sendSurveyMail: JobKind = {
  kind: 'send-survey-mail',
  beside: true,
  run: async (ctx, _, signal) => {
    await send(ctx, signal);
  },
};
