import { procedure, router } from '../trpc.ts';
import { endMessages, endMessagesInput, readEnding } from './end-messages.ts';
import { readOutbox } from './read-outbox.ts';
import { readPreferences } from './read-preferences.ts';
import { retryNotices } from './retry-notices.ts';
import { savePreference, savePreferenceInput } from './save-preference.ts';
import { sendTestMessage } from './send-test-message.ts';

export const noticesRouter = router({
  preferences: procedure.query(({ ctx }) => readPreferences(ctx)),
  savePreference: procedure.input(savePreferenceInput).mutation(({ ctx, input }) => savePreference(ctx, input)),
  outbox: procedure.query(({ ctx }) => readOutbox(ctx)),
  retry: procedure.mutation(({ ctx }) => retryNotices(ctx)),
  sendTest: procedure.mutation(({ ctx }) => sendTestMessage(ctx)),
  // by the link of a message alone
  ending: procedure.input(endMessagesInput).query(({ ctx, input }) => readEnding(ctx, input)),
  end: procedure.input(endMessagesInput).mutation(({ ctx, input }) => endMessages(ctx, input)),
});
