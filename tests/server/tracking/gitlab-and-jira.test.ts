import { expect, test } from 'vitest';
import { findImprovement } from '#db/queries/improvements.ts';
import { findLink } from '#db/queries/tracker-links.ts';
import type { ImprovementState } from '#server/backlog/improvement-states.ts';
import { moveImprovement } from '#server/backlog/move-improvement.ts';
import { readTracker } from '#server/tracking/read-tracker.ts';
import { backlogContext, propose } from '#tests/support/build-backlog.ts';
import { addTracker, later, link, sync } from '#tests/support/build-tracker.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { type Fault, reply } from '#tests/support/fake-tracker.ts';
import { fakeGithub } from '#tests/support/fake-tracker-github.ts';
import { fakeGitlab, GITLAB_TOKEN } from '#tests/support/fake-tracker-gitlab.ts';
import { fakeJira, JIRA_TOKEN, JIRA_USER } from '#tests/support/fake-tracker-jira.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const platform = 'payments';

/** The other two, whole, over HTTP against servers that answer as they document it. */
onBothDatabases('trackers over the wire', (makeDb) => {
  const start = async () => backlogContext(await makeDb());
  const move = async (ctx: TestContext, id: string, state: ImprovementState) => {
    const row = await findImprovement(ctx.db, id);
    return moveImprovement(ctx, { platform, id, version: row?.version ?? 0, state });
  };
  const stateOf = async (ctx: TestContext, id: string) => (await findImprovement(ctx.db, id))?.state;

  test('GitLab: an issue is made, closed from both sides, moved to another project and followed there', async () => {
    const ctx = await start();
    const gitlab = await fakeGitlab(ctx.now);
    const settings = { address: gitlab.url, project: 'acme/tools/platform', token: GITLAB_TOKEN };
    const tracker = await addTracker(ctx, { url: gitlab.url, kind: 'gitlab', settings });
    const { id } = await propose(ctx);
    await link(ctx, tracker, id);
    await sync(ctx, tracker);
    expect(gitlab.issues).toMatchObject([
      { title: 'Find a second maintainer', state: 'opened', labels: ['plumbline'] },
    ]);
    later(ctx, 15);
    gitlab.edit(1, { state: 'closed' });
    await sync(ctx, tracker);
    expect(await stateOf(ctx, id)).toBe('done');
    later(ctx, 1);
    await move(ctx, id, 'doing');
    await sync(ctx, tracker);
    expect(gitlab.issues[0]?.state).toBe('opened');

    gitlab.projects.push({ id: 42, path_with_namespace: 'acme/other', issues_access_level: 'enabled' });
    const [original] = gitlab.issues;
    if (original === undefined) throw new Error('There is no issue.');
    later(ctx, 15);
    const copy = { ...original, id: 950, iid: 7, project_id: 42, updatedAtMs: ctx.now().getTime() };
    gitlab.issues.push(copy);
    gitlab.edit(1, { state: 'closed', moved_to_id: 950 });
    await sync(ctx, tracker);
    // that GitLab closes what it moves is no word about the work
    expect(await stateOf(ctx, id)).toBe('doing');
    later(ctx, 60 * 24);
    await sync(ctx, tracker);
    expect(await findLink(ctx.db, id)).toMatchObject({ state: 'linked', name: 'acme/other#7' });
    Object.assign(copy, { state: 'closed', updatedAtMs: ctx.now().getTime() });
    later(ctx, 15);
    await sync(ctx, tracker);
    expect(await stateOf(ctx, id)).toBe('done');
  });

  test('Jira: an issue is made and moved from here; what happens there stays there', async () => {
    const ctx = await start();
    const jira = await fakeJira();
    const settings = { address: jira.url, user: JIRA_USER, token: JIRA_TOKEN, projectKey: 'PLAT' };
    const tracker = await addTracker(ctx, { url: jira.url, kind: 'jira', settings });
    const { id } = await propose(ctx);
    await link(ctx, tracker, id);
    await sync(ctx, tracker);
    expect(jira.issues).toMatchObject([{ key: 'PLAT-1', summary: 'Find a second maintainer', status: 'new' }]);
    const [issue] = jira.issues;
    Object.assign(issue ?? {}, { status: 'done', summary: 'Theirs' });
    later(ctx, 60 * 24);
    await sync(ctx, tracker);
    expect(await findImprovement(ctx.db, id)).toMatchObject({ state: 'proposed', title: 'Find a second maintainer' });
    await move(ctx, id, 'doing');
    await sync(ctx, tracker);
    expect(issue).toMatchObject({ status: 'done', summary: 'Theirs' });
    await move(ctx, id, 'done');
    later(ctx, 1);
    await sync(ctx, tracker);
    await move(ctx, id, 'doing');
    later(ctx, 1);
    await sync(ctx, tracker);
    expect(issue?.status).toBe('indeterminate');
    expect(JSON.stringify(issue?.description)).toContain('State: being worked on');
  });

  test('Jira: a workflow without a way to the end is told of, tried again, and holds no other issue up', async () => {
    const ctx = await start();
    const jira = await fakeJira();
    const settings = { address: jira.url, user: JIRA_USER, token: JIRA_TOKEN, projectKey: 'PLAT' };
    const tracker = await addTracker(ctx, { url: jira.url, kind: 'jira', settings });
    const { id } = await propose(ctx);
    await link(ctx, tracker, id);
    await sync(ctx, tracker);
    jira.steps.new = [];
    await move(ctx, id, 'done');
    const second = await propose(ctx, { title: 'Another thing' });
    await link(ctx, tracker, second.id);
    await sync(ctx, tracker);
    const shown = await readTracker(ctx, { platform, tracker });
    expect(shown).toMatchObject({ state: 'active', troubled: [{ id, error: expect.stringContaining('no step') }] });
    expect(jira.issues).toHaveLength(2);
    jira.steps.new = ['done'];
    later(ctx, 2);
    await sync(ctx, tracker);
    expect(jira.issues[0]?.status).toBe('done');
    expect((await readTracker(ctx, { platform, tracker })).troubled).toEqual([]);
  });

  test('Jira: an answer that is lost after the issue was made doubles nothing', async () => {
    const ctx = await start();
    const jira = await fakeJira();
    const settings = { address: jira.url, user: JIRA_USER, token: JIRA_TOKEN, projectKey: 'PLAT' };
    const tracker = await addTracker(ctx, { url: jira.url, kind: 'jira', settings });
    const { id } = await propose(ctx);
    await link(ctx, tracker, id);
    const lost: Fault = (response, { method, path }) => {
      if (`${method} ${path}` !== 'POST /rest/api/3/issue') return false;
      const labels = ['plumbline', `plumbline:${id}`];
      const made = { id: '10001', key: 'PLAT-1', summary: 'Find a second maintainer', description: null } as const;
      jira.issues.push({ ...made, status: 'new', labels });
      response.destroy();
      return true;
    };
    jira.fault(lost);
    await sync(ctx, tracker);
    later(ctx, 2);
    await sync(ctx, tracker);
    expect(jira.issues).toHaveLength(1);
    expect(JSON.stringify(jira.issues[0]?.description)).toContain('INV-2.b');
    expect(await findLink(ctx.db, id)).toMatchObject({ state: 'linked', name: 'PLAT-1' });
  });

  test('a tracker that limits, fails and limits again in the middle of many issues makes each of them once', async () => {
    const ctx = await start();
    const github = await fakeGithub(ctx.now);
    const tracker = await addTracker(ctx, { url: github.url });
    const titles = Array.from({ length: 8 }, (_, index) => `Thing ${index + 1}`);
    for (const title of titles) await link(ctx, tracker, (await propose(ctx, { title })).id);
    let calls = 0;
    const troubles: Fault = (response, { method }) => {
      if (method !== 'POST') return false;
      calls += 1;
      if (calls % 3 !== 0) return false;
      if (calls % 2 === 0) response.destroy();
      else reply(response, 403, { message: 'secondary rate limit' }, { 'retry-after': '30' });
      return true;
    };
    for (let run = 0; run < 12; run += 1) {
      github.fault(troubles);
      await sync(ctx, tracker);
      later(ctx, 61);
    }
    expect(github.issues.map(({ title }) => title).toSorted()).toEqual(titles);
    expect(await readTracker(ctx, { platform, tracker })).toMatchObject({ linked: 8, queued: 0, broken: 0 });
  });
});
