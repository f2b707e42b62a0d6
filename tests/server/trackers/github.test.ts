import { expect, test } from 'vitest';
import { guardedFetch } from '#server/outbound/guarded-fetch.ts';
import { github } from '#server/trackers/github.ts';
import type { Section, TrackerCall } from '#server/trackers/tracker.ts';
import { answers } from '#tests/support/fake-tracker.ts';
import { fakeGithub, GITHUB_TOKEN } from '#tests/support/fake-tracker-github.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const call: TrackerCall = {
  client: (request) => guardedFetch({ ...request, allowed: ['127.0.0.1'] }),
  nowMs: NOW.getTime(),
};
const section: Section = {
  mark: 'plumbline:1',
  address: 'http://127.0.0.1/1',
  facts: ['State: done'],
  criteria: ['A'],
};
const settings = { address: 'https://api.github.com', repository: 'acme/platform', token: GITHUB_TOKEN };
const wanted = { title: 'Mend it', text: '', section, labels: [] };

test.each([
  ['https://github.com/acme/platform/issues/12', 'acme/platform#12'],
  ['https://github.com/Acme/Platform/issues/12/', 'acme/platform#12'],
  ['https://github.com/acme/platform/issues/12#issuecomment-1', 'acme/platform#12'],
  ['https://github.com/acme/other/issues/12', null],
  ['https://github.com/acme/platform/pull/12', null],
  ['https://evil.example.org/acme/platform/issues/12', null],
  ['http://github.com/acme/platform/issues/12', null],
  ['javascript:alert(1)', null],
  ['acme/platform#12', null],
])('%s leads to %s', (address, ref) => {
  expect(github.open(settings).refOf(address)).toBe(ref);
});

test('an Enterprise Server has its pages above its API', () => {
  const own = github.open({ ...settings, address: 'https://git.example.org/api/v3/' });
  expect(own.refOf('https://git.example.org/acme/platform/issues/3')).toBe('acme/platform#3');
  expect(own.origin).toBe('https://git.example.org');
});

test.each([
  [{ repository: 'platform' }],
  [{ repository: 'acme/platform/../secrets' }],
  [{ token: 'two words' }],
  [{ token: undefined }],
  [{ address: 'https://user:pw@github.com' }],
  [{ address: 'file:///etc/passwd' }],
])('settings such as %j are refused', (wrong) => {
  expect(() => github.open({ ...settings, ...wrong })).toThrow();
});

test('every call says who asks and which version of the API is meant', async () => {
  const server = await fakeGithub(() => NOW);
  const issue = await github.open({ ...settings, address: server.url }).create(call, wanted);
  expect(issue).toMatchObject({ name: 'acme/platform#1', title: 'Mend it', open: true });
  expect(server.received[0]?.headers).toMatchObject({
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${GITHUB_TOKEN}`,
    'x-github-api-version': '2022-11-28',
  });
});

test.each(['javascript:alert(1)//acme/platform/issues/1', 'data:text/html,/acme/platform/issues/1'])(
  'an issue whose page is said to be %s is not believed',
  async (html_url) => {
    const server = await fakeGithub(() => NOW);
    const issue = { number: 1, title: 'A', body: null, state: 'open', html_url, updated_at: '2026-11-22T12:00:00Z' };
    server.fault(answers(/^GET/, 200, issue));
    const read = github.open({ ...settings, address: server.url }).read(call, 'acme/platform#1');
    await expect(read).rejects.toThrow(/not that of GitHub/);
  },
);

test.each([
  ['https://evil.example.org/acme/platform/issues/1?token=1#x', 'https://github.com/acme/platform/issues/1'],
  ['https://user:pw@github.com/acme/platform/issues/1', 'https://github.com/acme/platform/issues/1'],
])('an issue whose page is said to be %s is read on GitHub', async (html_url, address) => {
  const issue = { number: 1, title: 'A', body: null, state: 'open', html_url, updated_at: '2026-11-22T12:00:00Z' };
  const headers = { 'content-type': 'application/json' };
  const client: TrackerCall['client'] = async () => ({
    ...{ status: 200, headers, contentType: headers['content-type'] },
    body: JSON.stringify(issue),
  });
  const read = await github.open(settings).read({ ...call, client }, 'acme/platform#1');
  expect(read).toMatchObject({ address, ref: 'acme/platform#1' });
});

test('the pages of GHE.com are beside its API', () => {
  const own = github.open({ ...settings, address: 'https://api.acme.ghe.com' });
  expect(own.refOf('https://acme.ghe.com/acme/platform/issues/3')).toBe('acme/platform#3');
});

const LIST = /^\/repos\/acme\/platform\/issues\?/;

test('issues so long that a page of them is more than is read at once are read in smaller pages', async () => {
  const server = await fakeGithub(() => NOW, 100);
  const tracker = github.open({ ...settings, address: server.url });
  for (let count = 1; count <= 11; count += 1) await tracker.create(call, { ...wanted, title: `Issue ${count}` });
  // three bytes a letter: four issues fit into eight megabytes, eleven do not
  for (const [index, issue] of server.issues.entries()) {
    const mark = index === 0 ? '<!-- plumbline:first -->' : '';
    Object.assign(issue, { body: `${mark}${'語'.repeat(600_000)}`, updatedAtMs: NOW.getTime() + index * 1_000 });
  }
  const found = await tracker.changes?.(call, { since: NOW.toISOString(), etag: null });
  expect(new Set(found?.issues.map(({ ref }) => ref)).size).toBe(11);
  expect(found?.cursor.since).toBe('2026-11-22T12:00:10.000Z');
  const sizes = server.received.flatMap(({ path }) => (LIST.test(path) ? [/per_page=(\d+)/.exec(path)?.[1]] : []));
  expect(sizes).toEqual(['64', '32', '16', '8', '4', '4', '4']);
  // whose making ended unclear is found however long the others are
  const mine = await tracker.find(call, { mark: 'plumbline:first', sinceMs: NOW.getTime() });
  expect(mine?.name).toBe('acme/platform#1');
});

test('an issue that is more than is read at once by itself is told, and asked for no further', async () => {
  const server = await fakeGithub(() => NOW, 100);
  const tracker = github.open({ ...settings, address: server.url });
  await tracker.create(call, wanted);
  Object.assign(server.issue(1), { body: 'x'.repeat(9_000_000) });
  const { length } = server.received;
  await expect(tracker.changes?.(call, { since: NOW.toISOString(), etag: null })).rejects.toThrow(
    /One issue says more/,
  );
  expect(server.received.length - length).toBe(7);
});

test('what is made of something done is closed at once; what is as it should be is not written', async () => {
  const server = await fakeGithub(() => NOW);
  const tracker = github.open({ ...settings, address: server.url });
  const issue = await tracker.create(call, { ...wanted, open: false, reason: 'not_planned' });
  expect(server.issue(1)).toMatchObject({ state: 'closed', state_reason: 'not_planned' });
  const { length } = server.received;
  expect(await tracker.change(call, issue, { title: 'Mend it', open: false, section, labels: [] })).toEqual(issue);
  expect(server.received).toHaveLength(length);
});
