import { expect, test } from 'vitest';
import { startBuiltProduct } from '#tests/support/built-product.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { ADMINISTRATOR, type MachineClient, setUpByMachine } from '#tests/support/machine-client.ts';
import { headerOf, plainText, startSmtpServer, type TestSmtpServer } from '#tests/support/smtp-server.ts';
import { inspect, inspectLooks, openPage, signIn } from '#tests/support/watched-page.ts';

const PEOPLE = ['ada', 'bob', 'cid', 'dan', 'eve'].map((name) => `${name}@shop.example.org`);
const WIDE = { theme: 'light', width: 1280 } as const;
const PHONE = { theme: 'dark', width: 360 } as const;

async function openSurvey({ rest, mutate }: MachineClient): Promise<string> {
  await rest('POST', '/teams', { key: 'shop', name: 'Team shop' });
  const closesAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const survey = {
    ...{ title: 'Databases, autumn', askedBy: 'The platform team', template: 'platform-experience', closesAt },
    ...{ capabilities: ['data'], teams: [{ team: 'shop', invited: PEOPLE.length }] },
  };
  const { id } = await mutate<{ id: string }>('surveys.create', { platform: 'payments', ...survey });
  await mutate('surveys.open', { platform: 'payments', cycle: id });
  return id;
}

/** Mail leaves once a minute. */
async function waitForMail({ received }: TestSmtpServer, count: number): Promise<void> {
  for (let second = 0; received.length < count && second < 90; second += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  expect(received).toHaveLength(count);
}

function pathIn(text: string, place: RegExp): string {
  const [path] = place.exec(text) ?? [];
  if (path === undefined) throw new Error(`The mail holds no ${place.source}.`);
  return path;
}

test('a survey goes out by e-mail, is answered from the mail, and its mails end by one button without a script', async () => {
  const smtp = await startSmtpServer();
  const [browser, product] = await Promise.all([
    launchChromium(),
    startBuiltProduct({ SMTP_URL: `smtp://127.0.0.1:${smtp.port}` }),
  ]);
  try {
    const client = await setUpByMachine(product, ['data']);
    const cycle = await openSurvey(client);
    const session = await signIn(browser, product);

    const author = await openPage(browser, WIDE, session);
    await author.page.goto(`${product.url}/p/payments/surveys/${cycle}`);
    await author.page.getByRole('button', { name: 'Invite by e-mail' }).click();
    await author.page.getByLabel('Team shop').fill(PEOPLE.join('\n'));
    expect(await inspect(author)).toEqual([]);
    await author.page.getByRole('button', { name: 'Send 5 mails' }).click();
    await author.page.getByText('5 mails go out').waitFor();
    await author.page.getByRole('button', { name: 'Done' }).click();

    await author.page.goto(`${product.url}/p/payments/settings/notices`);
    await author.page.getByRole('button', { name: 'Send me a test message' }).click();
    await author.page.getByText(`Sent to ${ADMINISTRATOR.email}`).waitFor();
    expect(await inspectLooks(author)).toEqual([]);
    await author.page.context().close();

    await waitForMail(smtp, PEOPLE.length + 1);
    const mail = smtp.received.find(({ to }) => to[0] === PEOPLE[0]);
    const text = plainText(mail?.raw ?? '');
    const phone = await openPage(browser, PHONE);
    await phone.page.goto(`${product.url}${pathIn(text, /\/s\/[\w-]{22}/)}`);
    await phone.page.getByText('named your address').waitFor();
    expect(await inspectLooks(phone)).toEqual([]);

    await phone.page.goto(`${product.url}${pathIn(text, /\/unsubscribe\/[\w.-]+/)}`);
    expect(await inspectLooks(phone)).toEqual([]);
    await phone.page.context().close();
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(`${product.url}${pathIn(text, /\/unsubscribe\/[\w.-]+/)}`);
    await page.getByRole('button', { name: 'End them' }).click();
    await page.getByRole('heading', { name: 'You get no more of these' }).waitFor();
    await plain.close();

    const other = smtp.received.find(({ to }) => to[0] === PEOPLE[1]);
    const header = other === undefined ? null : headerOf(other, 'List-Unsubscribe');
    const oneClick = /<([^>]+)>/.exec(header ?? '')?.[1] ?? '';
    const answer = await fetch(oneClick, { method: 'POST', body: new URLSearchParams('List-Unsubscribe=One-Click') });
    expect(answer.status).toBe(200);
    expect((await fetch(oneClick.replace(/.$/, '~'), { method: 'POST' })).status).toBe(404);
    expect(product.output()).not.toContain('example.org');
  } finally {
    await browser.close();
    await product.stop();
  }
}, 240_000);
