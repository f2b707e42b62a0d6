import { expect, test } from 'vitest';
import { findImprovement } from '#db/queries/improvements.ts';
import { findLink } from '#db/queries/tracker-links.ts';
import { changeImprovement } from '#server/backlog/change-improvement.ts';
import type { ImprovementState } from '#server/backlog/improvement-states.ts';
import { moveImprovement } from '#server/backlog/move-improvement.ts';
import { backlogContext, propose } from '#tests/support/build-backlog.ts';
import { addTracker, later, link, sync } from '#tests/support/build-tracker.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { fakeGithub } from '#tests/support/fake-tracker-github.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const platform = 'payments';

onBothDatabases('improvements and issues in step', (makeDb) => {
  async function start() {
    const ctx = await backlogContext(await makeDb());
    const github = await fakeGithub(ctx.now);
    const tracker = await addTracker(ctx, { url: github.url });
    return { ctx, github, tracker };
  }
  /** An improvement with an issue that was made for it. */
  async function linked() {
    const begun = await start();
    const { ctx, tracker } = begun;
    const { id } = await propose(ctx, { notes: 'Ask @alice, see #1' });
    await link(ctx, tracker, id);
    await sync(ctx, tracker);
    later(ctx, 1);
    return { ...begun, id };
  }
  const read = async (ctx: TestContext, id: string) => {
    const row = await findImprovement(ctx.db, id);
    if (row === undefined) throw new Error('The improvement is gone.');
    return row;
  };
  const move = async (ctx: TestContext, id: string, state: ImprovementState) =>
    moveImprovement(ctx, { platform, id, version: (await read(ctx, id)).version, state });
  const rename = async (ctx: TestContext, id: string, title: string) =>
    changeImprovement(ctx, { platform, id, version: (await read(ctx, id)).version, title });
  const actions = async (ctx: TestContext, id: string) =>
    (await ctx.db.selectFrom('auditEntry').select('action').where('subject', '=', id).execute()).map(
      (one) => one.action,
    );

  test('an issue is made of an improvement, once: its text, what it should bring about, and the way back', async () => {
    const { ctx, github, tracker, id } = await linked();
    expect(github.issues).toHaveLength(1);
    const [issue] = github.issues;
    expect(issue).toMatchObject({ title: 'Find a second maintainer', state: 'open', labels: ['plumbline'] });
    expect(issue?.body).toContain(`http://127.0.0.1:3000/p/payments/backlog/${id}`);
    expect(issue?.body).toContain('INV-2.b');
    expect(issue?.body).toContain('State: proposed');
    // nobody is mentioned and no other issue named by what somebody wrote
    expect(issue?.body).not.toMatch(/@alice|\s#1/);
    const kept = await findLink(ctx.db, id);
    expect(kept).toMatchObject({ state: 'linked', name: 'acme/platform#1', error: null });
    await sync(ctx, tracker);
    later(ctx, 60);
    await sync(ctx, tracker);
    expect(github.writes()).toEqual(['POST /repos/acme/platform/issues']);
  });

  test("what is called done is closed, and open again when it is taken up; people's words stay", async () => {
    const { ctx, github, tracker, id } = await linked();
    const before = github.issue(1).body ?? '';
    github.edit(1, { body: `Notes of the team\n\n${before}\n\n- [ ] a list of theirs` });
    await move(ctx, id, 'done');
    await sync(ctx, tracker);
    expect(github.issue(1)).toMatchObject({ state: 'closed', state_reason: 'completed' });
    expect(github.issue(1).body).toMatch(/^Notes of the team\n/);
    expect(github.issue(1).body).toMatch(/- \[ \] a list of theirs$/);
    expect(github.issue(1).body).toContain('State: done');
    later(ctx, 1);
    await move(ctx, id, 'doing');
    await sync(ctx, tracker);
    expect(github.issue(1)).toMatchObject({ state: 'open' });
    later(ctx, 1);
    await move(ctx, id, 'dropped');
    await sync(ctx, tracker);
    expect(github.issue(1)).toMatchObject({ state: 'closed', state_reason: 'not_planned' });
  });

  test('what people close is done, never verified; what they reopen is being worked on; their title is taken', async () => {
    const { ctx, github, tracker, id } = await linked();
    github.edit(1, { state: 'closed', title: 'Find <b>two</b> maintainers' });
    later(ctx, 15);
    await sync(ctx, tracker);
    expect(await read(ctx, id)).toMatchObject({ state: 'done', title: 'Find <b>two</b> maintainers' });
    later(ctx, 15);
    github.edit(1, { state: 'open' });
    await sync(ctx, tracker);
    expect((await read(ctx, id)).state).toBe('doing');
    expect(await actions(ctx, id)).toEqual(expect.arrayContaining(['improvement.change', 'improvement.move']));
  });

  test('nothing is written back and forth: an hour of looking at its own writes changes nothing', async () => {
    const { ctx, github, tracker, id } = await linked();
    await move(ctx, id, 'doing');
    await rename(ctx, id, 'Find another maintainer');
    await sync(ctx, tracker);
    later(ctx, 15);
    github.edit(1, { state: 'closed' });
    await sync(ctx, tracker);
    const { version } = await read(ctx, id);
    const { length } = github.writes();
    for (let hour = 0; hour < 4; hour += 1) {
      later(ctx, 15);
      await sync(ctx, tracker);
    }
    expect(github.writes()).toHaveLength(length);
    expect((await read(ctx, id)).version).toBe(version);
    // the last looks at an unchanged list cost nothing
    expect(github.received.at(-1)?.headers['if-none-match']).toBeDefined();
  });

  test('changed on both sides: the newer title wins, and that is written down', async () => {
    const { ctx, github, tracker, id } = await linked();
    github.edit(1, { title: 'Theirs, earlier' });
    later(ctx, 1);
    await rename(ctx, id, 'Ours, later');
    await sync(ctx, tracker);
    expect(github.issue(1).title).toBe('Ours, later');
    later(ctx, 1);
    await rename(ctx, id, 'Ours, earlier');
    later(ctx, 1);
    github.edit(1, { title: 'Theirs, later' });
    await sync(ctx, tracker);
    expect((await read(ctx, id)).title).toBe('Theirs, later');
    const conflicts = (await actions(ctx, id)).filter((action) => action === 'improvement.conflict');
    expect(conflicts).toHaveLength(2);
  });

  test('a title that says nothing is not taken, and one without end is taken in part', async () => {
    const { ctx, github, tracker, id } = await linked();
    github.edit(1, { title: ' \u200b\n ' });
    await sync(ctx, tracker);
    expect((await read(ctx, id)).title).toBe('Find a second maintainer');
    later(ctx, 15);
    github.edit(1, { title: `Very\u202e ${'long '.repeat(200_000)}` });
    await sync(ctx, tracker);
    const { title } = await read(ctx, id);
    expect(title).toMatch(/^Very long long .*…$/);
    expect(title).toHaveLength(140);
    expect((await findLink(ctx.db, id))?.seen?.length).toBeLessThan(1_000);
    later(ctx, 15);
    // each of these is two units of UTF-16: an odd cut would leave half of one
    github.edit(1, { title: `A${'🚀'.repeat(5)}B${'🚀'.repeat(200)}` });
    await sync(ctx, tracker);
    const cut = (await read(ctx, id)).title;
    expect(cut).toMatch(/^A🚀{5}B🚀+…$/u);
    expect(cut).not.toContain('\uFFFD');
  });

  test('an issue that is there is linked as it is, and only gets its part of the text', async () => {
    const { ctx, github, tracker } = await start();
    const updatedAtMs = ctx.now().getTime();
    const theirs = {
      title: 'Bus factor',
      body: 'Of people',
      state: 'closed',
      state_reason: null,
      updatedAtMs,
    } as const;
    github.issues.push({ ...theirs, number: 1, labels: ['ops'] });
    const { id } = await propose(ctx);
    await link(ctx, tracker, id, `${github.url}/acme/platform/issues/1`);
    await sync(ctx, tracker);
    expect(github.issue(1)).toMatchObject({ title: 'Bus factor', state: 'closed', labels: ['ops', 'plumbline'] });
    expect(github.issue(1).body).toMatch(/^Of people\n\n<!-- plumbline:/);
    expect(await read(ctx, id)).toMatchObject({ title: 'Find a second maintainer', state: 'proposed' });
    // from then on what changes moves
    later(ctx, 15);
    github.edit(1, { state: 'open' });
    await sync(ctx, tracker);
    expect((await read(ctx, id)).state).toBe('proposed');
    later(ctx, 15);
    github.edit(1, { state: 'closed' });
    await sync(ctx, tracker);
    expect((await read(ctx, id)).state).toBe('done');
  });

  test('what is verified stays verified when its issue is reopened, and nobody fights about it', async () => {
    const { ctx, github, tracker, id } = await linked();
    await move(ctx, id, 'done');
    await sync(ctx, tracker);
    const { version } = await read(ctx, id);
    await ctx.db
      .updateTable('improvement')
      .set({ state: 'verified', version: version + 1 })
      .where('id', '=', id)
      .execute();
    await sync(ctx, tracker);
    later(ctx, 15);
    github.edit(1, { state: 'open' });
    const { length } = github.writes();
    await sync(ctx, tracker);
    later(ctx, 15);
    await sync(ctx, tracker);
    expect((await read(ctx, id)).state).toBe('verified');
    expect(github.issue(1).state).toBe('open');
    expect(github.writes()).toHaveLength(length);
    expect(await actions(ctx, id)).toContain('improvement.conflict');
  });

  test('not confirmed opens the issue again; closing it says that it was done once more', async () => {
    const { ctx, github, tracker, id } = await linked();
    await move(ctx, id, 'done');
    await sync(ctx, tracker);
    const { version } = await read(ctx, id);
    const judged = { state: 'not_confirmed', version: version + 1 } as const;
    await ctx.db.updateTable('improvement').set(judged).where('id', '=', id).execute();
    await sync(ctx, tracker);
    expect(github.issue(1).state).toBe('open');
    later(ctx, 15);
    github.edit(1, { state: 'closed' });
    await sync(ctx, tracker);
    expect((await read(ctx, id)).state).toBe('done');
  });
});
