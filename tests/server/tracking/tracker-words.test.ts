import { describe, expect, test } from 'vitest';
import { readTracker } from '#server/tracking/read-tracker.ts';
import { backlogContext } from '#tests/support/build-backlog.ts';
import { addTracker, sync } from '#tests/support/build-tracker.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { answers, breaks, type Fault } from '#tests/support/fake-tracker.ts';
import { fakeGithub } from '#tests/support/fake-tracker-github.ts';

const platform = 'payments';

describe('what a tracker answers instead is said in plain words', () => {
  onBothDatabases('words', (makeDb) => {
    const page: Fault = (response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>sign in</html>');
      return true;
    };
    const half: Fault = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"full_name":');
      return true;
    };
    const away: Fault = (response) => {
      response.writeHead(301, { location: 'http://169.254.169.254/latest' }).end();
      return true;
    };
    test.each<[string, Fault, RegExp]>([
      ['a web page', page, /^A web page answers here/],
      ['half of a document', half, /not that of GitHub/],
      ['JSON of somebody else', answers(/./, 200, { ok: true }), /not that of GitHub/],
      ['a redirect to another server', away, /redirects to another server/],
      ['a token that has expired', answers(/./, 401), /does not accept the token/],
      ['a broken connection', breaks(/./), /No connection came about, or it broke/],
    ])('%s', async (_, fault, words) => {
      const ctx = await backlogContext(await makeDb());
      const github = await fakeGithub(ctx.now);
      const tracker = await addTracker(ctx, { url: github.url });
      github.fault(fault);
      await sync(ctx, tracker);
      const { error, holdUntil } = await readTracker(ctx, { platform, tracker });
      expect(error).toMatch(words);
      expect(holdUntil).not.toBeNull();
      expect(github.received).toHaveLength(1);
    });
  });
});
