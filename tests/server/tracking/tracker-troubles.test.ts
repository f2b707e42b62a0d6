import { expect, test } from 'vitest';
import { z } from 'zod';
import { findImprovement } from '#db/queries/improvements.ts';
import { findLink } from '#db/queries/tracker-links.ts';
import { listDueTrackers } from '#db/queries/trackers.ts';
import { moveImprovement } from '#server/backlog/move-improvement.ts';
import { readLink } from '#server/tracking/read-link.ts';
import { readTracker } from '#server/tracking/read-tracker.ts';
import { runTracker } from '#server/tracking/run-tracker.ts';
import { saveTracker } from '#server/tracking/save-tracker.ts';
import { syncTracker } from '#server/tracking/sync-tracker.ts';
import { backlogContext, propose } from '#tests/support/build-backlog.ts';
import { addTracker, everythingKept, later, link, sync } from '#tests/support/build-tracker.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { answers, type Fault, reply } from '#tests/support/fake-tracker.ts';
import { fakeGithub, GITHUB_TOKEN } from '#tests/support/fake-tracker-github.ts';
import { person, type TestContext } from '#tests/support/test-context.ts';

const platform = 'payments';
const CREATE = 'POST /repos/acme/platform/issues';
const bodySchema = z.object({ title: z.string(), body: z.string() });

onBothDatabases('trackers in trouble', (makeDb) => {
  async function start() {
    const ctx = await backlogContext(await makeDb());
    const github = await fakeGithub(ctx.now);
    const tracker = await addTracker(ctx, { url: github.url });
    const { id } = await propose(ctx);
    await link(ctx, tracker, id);
    return { ctx, github, tracker, id };
  }
  async function linked() {
    const begun = await start();
    await sync(begun.ctx, begun.tracker);
    later(begun.ctx, 1);
    return begun;
  }
  const finish = async (ctx: TestContext, id: string) => {
    const row = await findImprovement(ctx.db, id);
    return moveImprovement(ctx, { platform, id, version: row?.version ?? 0, state: 'done' });
  };
  const stateOf = async (ctx: TestContext, id: string) => (await findImprovement(ctx.db, id))?.state;
  const shown = (ctx: TestContext, tracker: string) => readTracker(ctx, { platform, tracker });
  const isDue = async (ctx: TestContext) => (await listDueTrackers(ctx.db, ctx.now().getTime())).length === 1;

  test('a tracker that is down: the issue waits, that is shown, and it is made once when it is back', async () => {
    const { ctx, github, tracker, id } = await start();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      github.fault(answers(/^GET/, 503, { message: 'unavailable' }));
      expect(await isDue(ctx)).toBe(true);
      await sync(ctx, tracker);
      expect(await isDue(ctx)).toBe(false);
      later(ctx, 2 ** attempt + 0.1);
    }
    expect(await shown(ctx, tracker)).toMatchObject({
      state: 'failing',
      error: expect.stringContaining('503'),
      queued: 1,
    });
    const { link: open } = await readLink(ctx, { platform, id });
    expect(open).toMatchObject({ state: 'waiting', queued: true, error: expect.stringContaining('503') });
    await sync(ctx, tracker);
    expect(github.issues).toHaveLength(1);
    expect(await shown(ctx, tracker)).toMatchObject({ state: 'active', error: null, queued: 0, linked: 1 });
  });

  test('an answer that is lost after the issue was made doubles nothing', async () => {
    const { ctx, github, tracker, id } = await start();
    const updatedAtMs = ctx.now().getTime();
    const makesAndBreaks: Fault = (response, { method, path, body }) => {
      if (`${method} ${path}` !== CREATE) return false;
      const state = { state: 'open', state_reason: null } as const;
      github.issues.push({ number: 1, ...bodySchema.parse(JSON.parse(body)), ...state, labels: [], updatedAtMs });
      response.destroy();
      return true;
    };
    github.fault(makesAndBreaks);
    await sync(ctx, tracker);
    expect((await findLink(ctx.db, id))?.ref).toBeNull();
    // others write meanwhile: the list in which it is looked for has several pages
    for (const number of [2, 3, 4, 5]) {
      const body = 'Of somebody else';
      github.issues.push({ number, title: 'Else', body, state: 'open', state_reason: null, labels: [], updatedAtMs });
    }
    later(ctx, 2);
    await sync(ctx, tracker);
    expect(github.issues).toHaveLength(5);
    expect(await findLink(ctx.db, id)).toMatchObject({ state: 'linked', name: 'acme/platform#1' });
  });

  test.each<[string, Fault, number]>([
    ['429 with Retry-After', answers(/^POST/, 429, {}, { 'retry-after': '600' }), 10],
    [
      '403 with a reset',
      answers(/^POST/, 403, {}, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795350000' }),
      20,
    ],
    ['a secondary limit', answers(/^POST/, 403, { message: 'You have exceeded a secondary rate limit.' }), 1],
    ['a silence of years', answers(/^POST/, 429, {}, { 'retry-after': '999999999' }), 24 * 60],
  ])('%s is heeded to the minute, shown, and then it goes on', async (_, fault, minutes) => {
    const { ctx, github, tracker } = await start();
    // the clock stands at 2026-11-22T12:00Z, which is 1795348800
    github.fault(fault);
    await sync(ctx, tracker);
    const limited = await shown(ctx, tracker);
    expect(limited).toMatchObject({ state: 'limited', error: expect.stringContaining('fewer calls'), queued: 1 });
    const waits = (Date.parse(limited.holdUntil ?? '') - ctx.now().getTime()) / 60_000;
    expect(waits).toBe(minutes);
    await expect(runTracker(ctx, { platform, tracker })).rejects.toThrow(/asked for fewer calls/);
    const { length } = github.received;
    later(ctx, waits - 0.01);
    expect(await isDue(ctx)).toBe(false);
    expect(await sync(ctx, tracker)).toBe(false);
    expect(github.received).toHaveLength(length);
    later(ctx, 0.02);
    expect(await isDue(ctx)).toBe(true);
    await sync(ctx, tracker);
    expect(github.issues).toHaveLength(1);
    expect((await shown(ctx, tracker)).state).toBe('active');
  });

  test('an issue that was deleted breaks the link; the improvement stays, and nothing is made anew by itself', async () => {
    const { ctx, github, tracker, id } = await linked();
    github.edit(1, { deleted: true });
    await finish(ctx, id);
    await sync(ctx, tracker);
    expect(await findLink(ctx.db, id)).toMatchObject({ state: 'broken', error: expect.stringContaining('deleted') });
    expect(await stateOf(ctx, id)).toBe('done');
    later(ctx, 60 * 24);
    await sync(ctx, tracker);
    expect(github.issues).toHaveLength(1);
    expect(await shown(ctx, tracker)).toMatchObject({ broken: 1, linked: 0, troubled: [{ id, state: 'broken' }] });
    await link(ctx, tracker, id);
    await sync(ctx, tracker);
    expect(github.issues).toHaveLength(2);
    expect(await findLink(ctx.db, id)).toMatchObject({ state: 'linked', name: 'acme/platform#2' });
  });

  test('a token that sees nothing any more breaks no link', async () => {
    const { ctx, github, tracker, id } = await linked();
    await finish(ctx, id);
    for (const path of [/^GET .*issues\/1$/, /^GET \/repos\/acme\/platform$/]) github.fault(answers(path, 404));
    await sync(ctx, tracker);
    expect(await findLink(ctx.db, id)).toMatchObject({ state: 'linked' });
    expect(await shown(ctx, tracker)).toMatchObject({ state: 'failing', queued: 1 });
    for (const repository of github.repositories) repository.has_issues = false;
    later(ctx, 5);
    await sync(ctx, tracker);
    expect(await findLink(ctx.db, id)).toMatchObject({ state: 'linked' });
    for (const repository of github.repositories) repository.has_issues = true;
    later(ctx, 60);
    await sync(ctx, tracker);
    expect(github.issue(1).state).toBe('closed');
  });

  test('a repository that was renamed is followed and kept under its new name', async () => {
    const { ctx, github, tracker, id } = await linked();
    for (const repository of github.repositories) repository.name = 'acme/foundation';
    later(ctx, 60 * 24);
    github.edit(1, { state: 'closed' });
    await sync(ctx, tracker);
    expect(await stateOf(ctx, id)).toBe('done');
    expect(await shown(ctx, tracker)).toMatchObject({ place: 'acme/foundation', state: 'active' });
    expect(await findLink(ctx.db, id)).toMatchObject({ name: 'acme/foundation#1', state: 'linked' });
    expect(await everythingKept(ctx)).toContain('tracker.follow');
  });

  test('what a server says of its place never meets a token that was given meanwhile for another server', async () => {
    const { ctx, github, tracker } = await linked();
    const elsewhere = await fakeGithub(ctx.now);
    later(ctx, 60 * 24);
    // the old server waits until somebody has pointed the tracker elsewhere, then tells of another name
    github.fault((response, { path }) => {
      if (path !== '/repos/acme/platform') return false;
      const settings = { address: elsewhere.url, repository: 'acme/platform', token: GITHUB_TOKEN };
      const given = { platform, tracker, name: 'Issues', kind: 'github', intervalMinutes: 15 as const, settings };
      void saveTracker(ctx.as(person('admin')), { ...given, allowed: ['127.0.0.1'] }).then(() =>
        reply(response, 200, { full_name: 'acme/trap', has_issues: true }),
      );
      return true;
    });
    const before = github.received.length;
    await sync(ctx, tracker);
    expect(github.received.length - before).toBe(1);
    const { form, place } = await readTracker(ctx, { platform, tracker });
    expect([place, form?.settings.address]).toEqual(['acme/platform', elsewhere.url]);
    await sync(ctx, tracker);
    expect(github.received.length - before).toBe(1);
    expect(elsewhere.received.length).toBeGreaterThan(0);
  });

  test('an issue that was transferred is followed, and what happens to it there still counts', async () => {
    const { ctx, github, tracker, id } = await linked();
    const moved = { ...github.issue(1), number: 8 };
    github.repositories.push({ id: 9, name: 'acme/tools', issues: [moved], has_issues: true });
    github.edit(1, { movedTo: { repository: 'acme/tools', number: 8 } });
    await finish(ctx, id);
    await sync(ctx, tracker);
    expect(moved.state).toBe('closed');
    expect(await findLink(ctx.db, id)).toMatchObject({ state: 'linked', name: 'acme/tools#8' });
    later(ctx, 15);
    Object.assign(moved, { state: 'open', updatedAtMs: ctx.now().getTime() });
    await sync(ctx, tracker);
    expect(await stateOf(ctx, id)).toBe('doing');
  });

  test('an issue that is refused keeps no other from its turn, and is tried again', async () => {
    const { ctx, github, tracker, id } = await start();
    const second = await propose(ctx, { title: 'Another thing' });
    await link(ctx, tracker, second.id);
    github.fault(answers(/^POST/, 422, { message: `Validation Failed for ${GITHUB_TOKEN}` }));
    await sync(ctx, tracker);
    expect(github.issues).toHaveLength(1);
    const states = [await findLink(ctx.db, id), await findLink(ctx.db, second.id)].map((one) => one?.state);
    expect(states.toSorted()).toEqual(['linked', 'waiting']);
    expect(await shown(ctx, tracker)).toMatchObject({ state: 'active', queued: 1, troubled: [{ state: 'waiting' }] });
    later(ctx, 2);
    expect(await isDue(ctx)).toBe(true);
    await sync(ctx, tracker);
    expect(github.issues).toHaveLength(2);
  });

  test('of two processes only one calls a tracker', async () => {
    const { ctx, github, tracker } = await start();
    const worker = ctx.as({ kind: 'system', name: 'worker' });
    const run = () => syncTracker(worker, tracker, new AbortController().signal);
    expect((await Promise.all([run(), run()])).toSorted()).toEqual([false, true]);
    expect(github.issues).toHaveLength(1);
  });

  test('the token stands in nothing that is kept or shown, also where a server repeats it', async () => {
    const { ctx, github, tracker, id } = await start();
    const echo = { message: `Bearer ${GITHUB_TOKEN} is not welcome` };
    for (const status of [401, 403, 422, 500]) {
      github.fault(answers(/^(GET|POST)/, status, echo));
      await sync(ctx, tracker);
      later(ctx, 120);
    }
    const texts = [await everythingKept(ctx), await shown(ctx, tracker), await readLink(ctx, { platform, id })];
    expect(JSON.stringify(texts)).not.toContain(GITHUB_TOKEN);
  });

  test('more changes than fit on a page all arrive; a pull request is no issue', async () => {
    const { ctx, github, tracker, id } = await linked();
    const more = await Promise.all([1, 2, 3, 4].map((n) => propose(ctx, { title: `Thing ${n}` })));
    for (const one of more) await link(ctx, tracker, one.id);
    await sync(ctx, tracker);
    expect(github.issues).toHaveLength(5);
    later(ctx, 1);
    const updatedAtMs = ctx.now().getTime();
    github.issues.push({ ...github.issue(1), number: 6, pull: true, title: 'A pull request', updatedAtMs });
    for (const number of [1, 2, 3, 4, 5]) {
      later(ctx, 1);
      github.edit(number, { state: 'closed' });
    }
    await sync(ctx, tracker);
    const states = await Promise.all([id, ...more.map((one) => one.id)].map((one) => stateOf(ctx, one)));
    expect(states).toEqual(Array(5).fill('done'));
  });

  test('stopping in the middle is no failure: the next run goes on', async () => {
    const { ctx, github, tracker, id } = await start();
    const stopping = new AbortController();
    github.fault((response, { method }) => {
      if (method !== 'POST') return false;
      stopping.abort();
      response.destroy();
      return true;
    });
    await sync(ctx, tracker, stopping.signal);
    expect(await shown(ctx, tracker)).toMatchObject({ error: null, queued: 1 });
    later(ctx, 0.1);
    await sync(ctx, tracker);
    expect(await findLink(ctx.db, id)).toMatchObject({ state: 'linked' });
    expect(github.issues).toHaveLength(1);
  });
});
