import { expect, test } from 'vitest';
import { findLink } from '#db/queries/tracker-links.ts';
import { github } from '#server/trackers/github.ts';
import { listTrackers } from '#server/tracking/list-trackers.ts';
import { readTracker } from '#server/tracking/read-tracker.ts';
import { backlogContext, propose } from '#tests/support/build-backlog.ts';
import { addTracker, everythingKept, later, link, sync } from '#tests/support/build-tracker.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { answers } from '#tests/support/fake-tracker.ts';
import { fakeGithub, GITHUB_TOKEN } from '#tests/support/fake-tracker-github.ts';

const platform = 'payments';

onBothDatabases('a tracker that answers what it likes', (makeDb) => {
  test.each(['', 'platform', '../user', 'acme/..', 'a/b/c', 'acme/plat form', `acme/${'x'.repeat(300)}`])(
    'calls its place %j: nothing is believed, and its pages stay readable',
    async (name) => {
      const ctx = await backlogContext(await makeDb());
      const server = await fakeGithub(ctx.now);
      const tracker = await addTracker(ctx, { url: server.url });
      for (const repository of server.repositories) repository.name = name;
      server.fault(answers(/^GET \/repos\/acme\/platform$/, 200, { full_name: name }));
      await sync(ctx, tracker);
      const [listed] = await listTrackers(ctx, { platform });
      expect(listed).toMatchObject({
        place: 'acme/platform',
        state: 'failing',
        error: expect.stringContaining('name'),
      });
      expect((await readTracker(ctx, { platform, tracker })).form?.settings).toMatchObject({
        repository: 'acme/platform',
      });
      expect(await everythingKept(ctx)).not.toContain('tracker.follow');
    },
  );

  test('an address that no database stores is no address, and the run ends as any other', async () => {
    const ctx = await backlogContext(await makeDb());
    const server = await fakeGithub(ctx.now);
    const tracker = await addTracker(ctx, { url: server.url });
    const { id } = await propose(ctx);
    await link(ctx, tracker, id);
    const issue = {
      ...{ number: 1, title: 'One', body: null, state: 'open', updated_at: ctx.now().toISOString() },
      html_url: 'https://github.com/\u0000/acme/platform/issues/1',
    };
    server.fault(answers(/^POST/, 201, issue));
    expect(await sync(ctx, tracker)).toBe(true);
    expect(await findLink(ctx.db, id)).toMatchObject({ ref: null, address: null });
    expect((await readTracker(ctx, { platform, tracker })).error).toBe('The answer is not that of GitHub.');
    later(ctx, 5);
    await sync(ctx, tracker);
    expect(await findLink(ctx.db, id)).toMatchObject({ state: 'linked' });
  });
});

test.each(['../user', './x', 'acme/..', 'acme/.'])('the repository %j leads elsewhere and is refused', (repository) => {
  expect(() => github.open({ repository, token: GITHUB_TOKEN })).toThrow('owner and name');
});
test.each(['.github/.github', 'acme/..x', 'a.b/c-d_e'])('the repository %j is one', (repository) => {
  expect(github.open({ repository, token: GITHUB_TOKEN }).place).toBe(repository);
});
