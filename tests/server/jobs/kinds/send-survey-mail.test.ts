import { expect, test } from 'vitest';
import { sendSurveyMail } from '#server/jobs/kinds/send-survey-mail.ts';
import { mailedSurvey } from '#tests/support/build-survey-mail.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the job that sends survey mail', (makeDb) => {
  test('holds nobody up, and sends what is due', async () => {
    const { ctx, smtp } = await mailedSurvey(await makeDb());
    expect(sendSurveyMail.beside).toBe(true);
    await sendSurveyMail.run(ctx, {}, new AbortController().signal);
    expect(smtp.received).toHaveLength(6);
  });
});
