import { expect, test } from 'vitest';
import { backlogContext, propose } from '#tests/support/build-backlog.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { tokenClient } from '#tests/support/token-client.ts';

const TRACKERS = '/platforms/payments/trackers';
const settings = { repository: 'acme/platform', token: 'github_pat_very-hidden' };
const github = { name: 'Issues', kind: 'github', settings };

onBothDatabases('trackers over the API', (makeDb, dialect) => {
  test('are added, read, changed, paused, called, linked to and removed; no secret ever comes back', async () => {
    const db = await makeDb();
    const ctx = await backlogContext(db);
    const { id } = await propose(ctx);
    startTestRuntime(db, { dialect });
    const send = await tokenClient(ctx.as({ kind: 'system', name: 'cli' }), ['read', 'backlog:write'], 'payments');
    const seen: string[] = [];
    const call = async (method: string, path: string, body?: unknown) => {
      const answer = await send(method, path, body);
      const text = await answer.text();
      seen.push(text);
      return { status: answer.status, body: JSON.parse(text) };
    };

    const added = await call('POST', TRACKERS, github);
    expect(added).toMatchObject({ status: 201, body: { added: true } });
    const one = `${TRACKERS}/${added.body.id}`;
    expect((await call('GET', TRACKERS)).body.items).toMatchObject([{ name: 'Issues', place: 'acme/platform' }]);
    expect((await call('GET', one)).body.form).toMatchObject({ secrets: ['token'], settings: { labels: 'plumbline' } });
    const changed = { ...github, name: 'Renamed', settings: { repository: 'acme/tools' } };
    // the token was given for another repository
    expect((await call('PUT', one, changed)).status).toBe(400);
    const settings = { ...github.settings, ...changed.settings };
    expect((await call('PUT', one, { ...changed, settings })).status).toBe(200);
    expect((await call('GET', one)).body).toMatchObject({ name: 'Renamed', place: 'acme/tools' });
    expect((await call('POST', TRACKERS, { ...github, settings: { repository: 'no' } })).status).toBe(400);
    expect((await call('PUT', one, { ...changed, allowed: ['10.0.0.0/8'] })).status).toBe(403);
    expect((await call('POST', `${one}/runs`, {})).status).toBe(200);
    expect((await call('POST', `${one}/state`, { state: 'paused' })).body).toMatchObject({ state: 'paused' });
    expect((await call('POST', `${one}/runs`, {})).status).toBe(409);

    const issue = `/platforms/payments/improvements/${id}/issue`;
    expect((await call('GET', issue)).body).toMatchObject({ link: null, mayLink: true });
    const address = 'https://github.com/acme/tools/issues/3';
    expect((await call('POST', issue, { tracker: added.body.id, issue: address })).status).toBe(201);
    expect((await call('GET', issue)).body.link).toMatchObject({ state: 'waiting', address, queued: true });
    expect((await call('POST', issue, { tracker: added.body.id })).status).toBe(409);
    expect((await call('DELETE', issue)).status).toBe(200);
    expect((await call('DELETE', issue)).status).toBe(409);
    expect((await call('DELETE', one)).status).toBe(200);
    expect((await call('GET', one)).status).toBe(404);
    expect(seen.join()).not.toContain('very-hidden');
  });
});
