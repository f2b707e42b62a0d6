import { expect, test } from 'vitest';
import { guardedFetch } from '#server/outbound/guarded-fetch.ts';
import { jira } from '#server/trackers/jira.ts';
import type { Issue, Section, TrackerCall } from '#server/trackers/tracker.ts';
import { answers } from '#tests/support/fake-tracker.ts';
import { fakeJira, JIRA_TOKEN, JIRA_USER } from '#tests/support/fake-tracker-jira.ts';

const call: TrackerCall = {
  client: (request) => guardedFetch({ ...request, allowed: ['127.0.0.1'] }),
  nowMs: Date.parse('2026-11-22T12:00:00Z'),
};
const sectionOf = (fact: string): Section => ({
  mark: 'plumbline:1',
  address: 'http://127.0.0.1/1',
  facts: [fact],
  criteria: ['INV-2.b'],
});
const section = sectionOf('State: planned');
const settings = { user: JIRA_USER, token: JIRA_TOKEN, projectKey: 'PLAT' };
const wanted = { title: 'Mend it', text: 'First\n\nSecond', section, labels: ['ops'] };

async function start() {
  const server = await fakeJira();
  return { server, tracker: jira.open({ ...settings, address: server.url }) };
}
const textOf = (issue: { description: unknown } | undefined) => JSON.stringify(issue?.description);

test('a label has no spaces there', () => {
  const spaced = { ...settings, address: 'https://acme.atlassian.net', labels: 'plumb line, ops' };
  expect(jira.open(spaced).labels).toEqual(['plumb-line', 'ops']);
});

test('it is written to, and nothing comes back', () => {
  expect(jira.direction).toBe('out');
  expect(jira.open({ ...settings, address: 'https://acme.atlassian.net' }).changes).toBeNull();
});

test.each([
  ['https://acme.atlassian.net/browse/PLAT-12', 'PLAT-12'],
  ['https://acme.atlassian.net/browse/OTHER-12', null],
  ['https://evil.example.org/browse/PLAT-12', null],
])('%s leads to %s', (address, ref) => {
  expect(jira.open({ ...settings, address: 'https://acme.atlassian.net' }).refOf(address)).toBe(ref);
});

test('an issue is made with a description in its format, and is found again by its label', async () => {
  const { server, tracker } = await start();
  const issue = await tracker.create(call, wanted);
  expect(issue).toMatchObject({ ref: '10001', name: 'PLAT-1', address: `${server.url}/browse/PLAT-1`, open: true });
  expect(server.issues[0]).toMatchObject({ summary: 'Mend it', labels: ['ops', 'plumbline:1'] });
  expect(textOf(server.issues[0])).toMatch(/"First".*"Second".*"expand".*INV-2\.b/);
  expect(await tracker.find(call, { mark: 'plumbline:1', sinceMs: 0 })).toMatchObject({ ref: '10001' });
  expect(await tracker.find(call, { mark: 'plumbline:2', sinceMs: 0 })).toBeNull();
});

test("only Plumbline's own part of the description is replaced", async () => {
  const { server, tracker } = await start();
  await tracker.create(call, wanted);
  const [kept] = server.issues;
  const theirs = { type: 'panel', attrs: { panelType: 'info' }, content: [] };
  const document = JSON.parse(textOf(kept) ?? '{}');
  Object.assign(kept ?? {}, { description: { ...document, content: [theirs, ...document.content, theirs] } });
  const issue = await readIssue(await tracker.read(call, '10001'));
  await tracker.change(call, issue, { section: sectionOf('State: done'), labels: [] });
  const { content } = JSON.parse(textOf(kept) ?? '{}');
  expect(content).toHaveLength(5);
  expect([content[0], content[4]]).toEqual([theirs, theirs]);
  expect(textOf(kept)).toContain('State: done');
  expect(textOf(kept)).not.toContain('State: planned');
});

test('it goes to a state that is done by a step that the workflow offers, and says where there is none', async () => {
  const { server, tracker } = await start();
  const issue = await tracker.create(call, wanted);
  const closed = await tracker.change(call, issue, { open: false, section, labels: [] });
  expect(closed.open).toBe(false);
  const open = await tracker.change(call, closed, { open: true, section, labels: [] });
  expect(server.issues[0]?.status).toBe('indeterminate');
  server.steps.indeterminate = [];
  const refused = tracker.change(call, open, { open: false, section, labels: [] });
  await expect(refused).rejects.toMatchObject({ whole: false, message: expect.stringContaining('offers no step') });
});

test('what is as it should be is not written', async () => {
  const { server, tracker } = await start();
  const issue = await tracker.create(call, wanted);
  const { length } = server.received;
  await tracker.change(call, issue, { title: 'Mend it', open: true, section, labels: [] });
  expect(server.received).toHaveLength(length);
});

test('a deleted issue is gone; neither the token nor what it makes is repeated', async () => {
  const { server, tracker } = await start();
  await tracker.create(call, wanted);
  server.issues.pop();
  expect(await tracker.read(call, '10001')).toMatchObject({ gone: expect.stringContaining('deleted') });
  const sent = Buffer.from(`${JIRA_USER}:${JIRA_TOKEN}`).toString('base64');
  server.fault(answers(/./, 400, { errorMessages: [`${JIRA_TOKEN} ${sent} is odd`] }));
  const error = await tracker.create(call, wanted).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ status: 400, detail: expect.stringContaining('… … is odd') });
});

async function readIssue(found: Issue | { gone: string }): Promise<Issue> {
  if ('gone' in found) throw new Error(found.gone);
  return found;
}
