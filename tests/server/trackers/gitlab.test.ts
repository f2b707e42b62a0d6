import { expect, test } from 'vitest';
import { guardedFetch } from '#server/outbound/guarded-fetch.ts';
import { gitlab } from '#server/trackers/gitlab.ts';
import type { Section, TrackerCall } from '#server/trackers/tracker.ts';
import { answers } from '#tests/support/fake-tracker.ts';
import { fakeGitlab, GITLAB_TOKEN } from '#tests/support/fake-tracker-gitlab.ts';

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
const settings = { project: 'acme/tools/platform', token: GITLAB_TOKEN };
const wanted = { title: 'Mend it', text: '/close\n@all', section, labels: ['plumbline', 'ops'] };

async function start() {
  const server = await fakeGitlab(() => NOW);
  return { server, tracker: gitlab.open({ ...settings, address: server.url }) };
}

test.each([
  ['https://gitlab.com/acme/tools/platform/-/issues/12', 'acme/tools/platform#12'],
  ['https://gitlab.com/acme/tools/platform/-/work_items/12', 'acme/tools/platform#12'],
  ['https://gitlab.com/acme/tools/other/-/issues/12', null],
  ['https://gitlab.com/acme/tools/platform/-/merge_requests/12', null],
  ['https://gitlab.org/acme/tools/platform/-/issues/12', null],
])('%s leads to %s', (address, ref) => {
  expect(gitlab.open(settings).refOf(address)).toBe(ref);
});

test('a GitLab below a path is found there', () => {
  const own = gitlab.open({ ...settings, address: 'https://example.org/gitlab' });
  expect(own.refOf('https://example.org/gitlab/acme/tools/platform/-/issues/1')).toBe('acme/tools/platform#1');
});

test('an issue is made, changed, closed and reopened; no line of a text is a quick action', async () => {
  const { server, tracker } = await start();
  const issue = await tracker.create(call, wanted);
  expect(issue).toMatchObject({ ref: '41#1', name: 'acme/tools/platform#1', open: true });
  expect(server.issues[0]?.labels).toEqual(['plumbline', 'ops']);
  expect(server.issues[0]?.description).not.toMatch(/^\/close|@all/m);
  const closed = await tracker.change(call, issue, { title: 'Mended', open: false, section, labels: [] });
  expect(server.issues[0]).toMatchObject({ title: 'Mended', state: 'closed' });
  await tracker.change(call, closed, { open: true, section, labels: [] });
  expect(server.issues[0]).toMatchObject({ title: 'Mended', state: 'opened' });
});

test('issues so long that a page of them is more than is read at once are read in smaller pages', async () => {
  const server = await fakeGitlab(() => NOW, 100);
  const tracker = gitlab.open({ ...settings, address: server.url });
  for (let count = 1; count <= 5; count += 1) await tracker.create(call, { ...wanted, title: `Issue ${count}` });
  for (const [index, issue] of server.issues.entries()) {
    const description = `${issue.description} ${'語'.repeat(900_000)}`;
    Object.assign(issue, { description, updatedAtMs: NOW.getTime() + index * 1_000 });
  }
  const found = await tracker.changes?.(call, { since: NOW.toISOString(), etag: null });
  expect(new Set(found?.issues.map(({ title }) => title)).size).toBe(5);
  expect(found?.cursor.since).toBe('2026-11-22T12:00:04.000Z');
});

test('the page of an issue is one of the tracker, whatever the server says', async () => {
  const { server, tracker } = await start();
  const issue = await tracker.create(call, wanted);
  const told = { ...server.issues[0], web_url: 'https://evil.example.org/acme/tools/platform/-/issues/1?x=1' };
  const updated_at = NOW.toISOString();
  server.fault(answers(/^GET/, 200, { ...told, updated_at }));
  expect(await tracker.read(call, issue.ref)).toMatchObject({
    address: `${server.url}/acme/tools/platform/-/issues/1`,
  });
});

test('changes come page after page, the oldest first, up to where the next look begins', async () => {
  const { server, tracker } = await start();
  for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) await tracker.create(call, { ...wanted, title });
  for (const [index, issue] of server.issues.entries()) issue.updatedAtMs = NOW.getTime() + index * 1_000;
  const found = await tracker.changes?.(call, { since: NOW.toISOString(), etag: null });
  expect(found?.issues.map(({ title }) => title)).toEqual(['One', 'Two', 'Three', 'Four', 'Five']);
  expect(found?.cursor.since).toBe('2026-11-22T12:00:04.000Z');
});

test('an issue that was moved is followed to its copy; where the copy cannot be seen it is gone', async () => {
  const { server, tracker } = await start();
  const issue = await tracker.create(call, wanted);
  server.projects.push({ id: 42, path_with_namespace: 'acme/other', issues_access_level: 'enabled' });
  const [original] = server.issues;
  if (original === undefined) throw new Error('There is no issue.');
  const copy = { ...original, id: 950, iid: 7, project_id: 42 };
  server.issues.push(copy);
  server.edit(1, { state: 'closed', moved_to_id: 950 });
  expect(await tracker.read(call, issue.ref)).toMatchObject({ name: 'acme/other#7', open: true });
  server.issues.pop();
  expect(await tracker.read(call, issue.ref)).toMatchObject({ gone: expect.stringContaining('moved') });
});

test('a deleted issue is gone; a project that cannot be seen says nothing about its issues', async () => {
  const { server, tracker } = await start();
  const issue = await tracker.create(call, wanted);
  server.issues.pop();
  expect(await tracker.read(call, issue.ref)).toMatchObject({ gone: expect.stringContaining('deleted') });
  server.projects.pop();
  await expect(tracker.read(call, issue.ref)).rejects.toMatchObject({ whole: true, status: 404 });
});
