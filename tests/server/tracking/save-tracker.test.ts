import { expect, test } from 'vitest';
import { checkTracker } from '#server/tracking/check-tracker.ts';
import { deleteTracker } from '#server/tracking/delete-tracker.ts';
import { listTrackers } from '#server/tracking/list-trackers.ts';
import { readLink } from '#server/tracking/read-link.ts';
import { readTracker } from '#server/tracking/read-tracker.ts';
import { saveTracker } from '#server/tracking/save-tracker.ts';
import { setTrackerState } from '#server/tracking/set-tracker-state.ts';
import { unlinkImprovement } from '#server/tracking/unlink-improvement.ts';
import { backlogContext, MAINTAINERS, propose } from '#tests/support/build-backlog.ts';
import { OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { addTracker, everythingKept, later, link, sync } from '#tests/support/build-tracker.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { fakeGithub, GITHUB_TOKEN } from '#tests/support/fake-tracker-github.ts';
import { person, token } from '#tests/support/test-context.ts';

const platform = 'payments';
const base = { platform, name: 'Issues', kind: 'github', intervalMinutes: 15 as const };
const settings = { repository: 'acme/platform', token: GITHUB_TOKEN };

onBothDatabases('keeping trackers', (makeDb) => {
  const start = async () => backlogContext(await makeDb());

  test('a token is sealed where it is kept, and stands in no answer and no audit entry', async () => {
    const ctx = await start();
    const { id } = await saveTracker(ctx, { ...base, settings });
    expect(await everythingKept(ctx)).not.toContain(GITHUB_TOKEN);
    const shown = await readTracker(ctx, { platform, tracker: id });
    expect(shown.form).toMatchObject({ secrets: ['token'], settings: { repository: 'acme/platform' } });
    expect(JSON.stringify([shown, await listTrackers(ctx, { platform })])).not.toContain(GITHUB_TOKEN);
  });

  test('a viewer sees how a tracker does and nothing of how it is reached', async () => {
    const ctx = await start();
    const address = 'https://git.example.org/api/v3';
    const { id } = await saveTracker(ctx, { ...base, settings: { ...settings, address } });
    const shown = await readTracker(ctx.as(VIEWER), { platform, tracker: id });
    expect(shown).toMatchObject({ name: 'Issues', place: 'acme/platform', state: 'waiting', form: null });
    expect(JSON.stringify(shown)).not.toContain('git.example.org');
  });

  test('a token that is left out stays, and goes to no other server and for no other repository', async () => {
    const ctx = await start();
    const { id: tracker } = await saveTracker(ctx, { ...base, settings });
    const { repository } = settings;
    await saveTracker(ctx, { ...base, tracker, name: 'Renamed', settings: { repository, labels: 'ops' } });
    expect((await readTracker(ctx, { platform, tracker })).form?.secrets).toEqual(['token']);
    const secrets = { repository: 'acme/secrets' };
    const again = /The token was given for acme\/platform. Enter it again for acme\/secrets./;
    await expect(saveTracker(ctx, { ...base, tracker, settings: secrets })).rejects.toThrow(again);
    await expect(checkTracker(ctx, { platform, kind: 'github', tracker, settings: secrets })).rejects.toThrow(again);
    await saveTracker(ctx, { ...base, tracker, settings: { ...settings, repository: 'acme/tools' } });
    expect(await readTracker(ctx, { platform, tracker })).toMatchObject({ name: 'Issues', place: 'acme/tools' });
    const elsewhere = { repository: 'acme/tools', address: 'https://evil.example.org' };
    await expect(saveTracker(ctx, { ...base, tracker, settings: elsewhere })).rejects.toThrow(/Enter the token again/);
    await expect(checkTracker(ctx, { platform, kind: 'github', tracker, settings: elsewhere })).rejects.toThrow(
      /Enter the token again/,
    );
  });

  test('only an administrator opens a way into the network, or points an open one elsewhere', async () => {
    const ctx = await start();
    const inside = { ...settings, address: 'http://10.0.0.7' };
    await expect(saveTracker(ctx, { ...base, settings: inside, allowed: ['10.0.0.7'] })).rejects.toThrow(
      /administrator/,
    );
    const admin = ctx.as(person('admin'));
    const { id: tracker } = await saveTracker(admin, { ...base, settings: inside, allowed: ['10.0.0.7'] });
    const moved = { ...settings, address: 'http://10.0.0.8' };
    await expect(saveTracker(ctx, { ...base, tracker, settings: moved })).rejects.toThrow(/points it elsewhere/);
    await saveTracker(ctx, { ...base, tracker, name: 'Another name', settings: { ...inside } });
  });

  test('what is not allowed is not called, and the check says so', async () => {
    const ctx = await start();
    const github = await fakeGithub(ctx.now);
    const given = { platform, kind: 'github', settings: { ...settings, address: github.url } };
    expect(await checkTracker(ctx, given)).toMatchObject({ place: null, problem: expect.stringContaining('private') });
    expect(github.received).toEqual([]);
    const admin = ctx.as(person('admin'));
    expect(await checkTracker(admin, { ...given, allowed: ['127.0.0.1'] })).toMatchObject({ place: 'acme/platform' });
    expect(github.writes()).toEqual([]);
  });

  test('sixty checks in a quarter of an hour are enough', async () => {
    const ctx = await start();
    const given = { platform, kind: 'github', settings: { ...settings, address: 'http://10.0.0.1' } };
    for (let count = 0; count < 60; count += 1) await checkTracker(ctx, given);
    await expect(checkTracker(ctx, given)).rejects.toThrow(/Too many checks/);
  });

  test('owners link what they plan, others do not; nobody links what is linked', async () => {
    const ctx = await start();
    const github = await fakeGithub(ctx.now);
    const tracker = await addTracker(ctx, { url: github.url });
    const own = await propose(ctx);
    const foreign = await propose(ctx, { criteria: [{ ...MAINTAINERS, capability: 'observability' }] });
    const owner = ctx.as(OWNER);
    await expect(link(owner, tracker, foreign.id)).rejects.toThrow(/another team/);
    await expect(link(ctx.as(VIEWER), tracker, own.id)).rejects.toThrow(/role "owner"/);
    expect((await readLink(owner, { platform, id: foreign.id })).mayLink).toBe(false);
    const address = `${github.url}/acme/platform/issues/5`;
    const beside = new URL(`${address}?from=mail#issuecomment-1`);
    beside.username = 'somebody';
    await link(owner, tracker, own.id, beside.href);
    expect((await readLink(owner, { platform, id: own.id })).link).toMatchObject({ state: 'waiting', address });
    await expect(link(owner, tracker, own.id)).rejects.toThrow(/linked to an issue already/);
    const taken = link(ctx, tracker, foreign.id, `${github.url}/acme/platform/issues/5`);
    await expect(taken).rejects.toThrow(/Another improvement is linked/);
    await expect(link(ctx, tracker, foreign.id, 'https://evil.example.org/acme/platform/issues/5')).rejects.toThrow(
      /not the address of an issue of acme\/platform/,
    );
    await expect(unlinkImprovement(ctx.as(VIEWER), { platform, id: own.id })).rejects.toThrow(/role "owner"/);
    await unlinkImprovement(owner, { platform, id: own.id });
    expect((await readLink(owner, { platform, id: own.id })).link).toBeNull();
    expect(github.received).toEqual([]);
  });

  test('the tracker of another platform cannot be linked to', async () => {
    const ctx = await start();
    const { id: tracker } = await saveTracker(ctx, { ...base, settings });
    await ctx.db
      .insertInto('platform')
      .values({ ...(await onlyPlatform(ctx)), id: 'second', key: 'second' })
      .execute();
    await ctx.db.updateTable('tracker').set({ platformId: 'second' }).where('id', '=', tracker).execute();
    const { id } = await propose(ctx);
    await expect(link(ctx, tracker, id)).rejects.toThrow(/no such tracker/);
    const elsewhere = ctx.as(token(['read', 'backlog:write'], 'second'));
    await expect(link(elsewhere, tracker, id)).rejects.toThrow(/no such platform/i);
  });
  const onlyPlatform = (ctx: Awaited<ReturnType<typeof start>>) =>
    ctx.db.selectFrom('platform').selectAll().executeTakeFirstOrThrow();

  test('a paused tracker rests; resumed it takes what changed meanwhile; deleted it leaves issues and improvements', async () => {
    const ctx = await start();
    const github = await fakeGithub(ctx.now);
    const tracker = await addTracker(ctx, { url: github.url });
    const { id } = await propose(ctx);
    await link(ctx, tracker, id);
    await sync(ctx, tracker);
    await setTrackerState(ctx, { platform, tracker, state: 'paused' });
    later(ctx, 60);
    github.edit(1, { state: 'closed' });
    expect(await sync(ctx, tracker)).toBe(false);
    await setTrackerState(ctx, { platform, tracker, state: 'active' });
    await sync(ctx, tracker);
    expect(await ctx.db.selectFrom('improvement').select('state').execute()).toEqual([{ state: 'done' }]);
    await deleteTracker(ctx, { platform, tracker });
    expect((await readLink(ctx, { platform, id })).link).toBeNull();
    expect(await ctx.db.selectFrom('improvement').select('state').execute()).toEqual([{ state: 'done' }]);
    expect(github.issues).toHaveLength(1);
    expect(await ctx.db.selectFrom('trackerLink').selectAll().execute()).toEqual([]);
  });

  test('where SECRET has changed the tracker says what to do, and calls nobody', async () => {
    const ctx = await start();
    const github = await fakeGithub(ctx.now);
    const tracker = await addTracker(ctx, { url: github.url });
    const { id } = await propose(ctx);
    await link(ctx, tracker, id);
    await sync({ ...ctx, as: () => ({ ...ctx, secret: 'another secret, just as long as it was' }) }, tracker);
    const shown = await readTracker(ctx, { platform, tracker });
    expect(shown).toMatchObject({ state: 'failing', error: expect.stringContaining('SECRET has changed') });
    expect(github.received).toEqual([]);
  });
});
