import { describe, expect, test } from 'vitest';
import { makeLog } from '#server/log.ts';

const SECRET = 'correct-horse-battery-staple-and-more';

function logged(write: (log: ReturnType<typeof makeLog>) => void, level = 'info'): string {
  const lines: string[] = [];
  write(makeLog({ level, secret: SECRET }, { write: (line) => void lines.push(line) }));
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  return lines.join('');
}

describe('whatever an error has picked up, no secret is in the log', () => {
  test.each([
    ['an API token', `GET failed: Bearer plb_${'x'.repeat(43)}`, 'x'.repeat(43)],
    ['a token without its beginning', 'authorization: Bearer eyJhbGciOi.J9-_', 'eyJhbGciOi'],
    ['a survey link', 'fetch http://h/s/Zm9vYmFyYmF6cXV4cXV1eA failed', 'Zm9vYmFyYmF6cXV4cXV1eA'],
    ['a set-up link', 'no page /set-up/abcDEF123_-~ here', 'abcDEF123'],
    ['the link of a password', 'no page /welcome/abcDEF123_-~ here', 'abcDEF123'],
    ['the password of a database', 'connect postgres://plumb:s3cr%3At@db:5432/x', 's3cr'],
    ['the password of a mail server', 'smtps://me:hunter2@mail.example.org:465 refused', 'hunter2'],
    ['a password with an at sign', 'smtp://me:hun@ter2@mail.example.org refused', 'ter2'],
    ['a query', 'GET /api?code=abc123&state=xyz%20 answered 500', 'abc123'],
    ['a password in JSON', '{"password":"hunter2","name":"Ada"}', 'hunter2'],
    ['a password in JSON in JSON', JSON.stringify({ body: '{"password":"hunter2"}' }), 'hunter2'],
    ['a cookie', 'cookie: better-auth.session_token=abc.def; theme=dark', 'abc.def'],
    ['SECRET itself', `sealed with ${SECRET}`, SECRET],
  ])('%s', (_, message, hidden) => {
    const cause = new Error(message);
    const text = logged((log) => {
      log.error({ err: new Error('it failed', { cause }) }, 'with an error');
      log.error({ err: cause }, message);
      log.warn({ detail: message, nested: { deep: [message] } }, 'with fields');
    });
    expect(text).not.toContain(hidden);
    expect(text.match(/it failed/g)).not.toBeNull();
  });

  test('what a database adds to its error stays out', () => {
    const refused = Object.assign(new Error('duplicate key value'), {
      code: '23505',
      detail: 'Key (email)=(ada@example.org) already exists.',
      parameters: ['ada@example.org'],
    });
    const text = logged((log) => log.error({ err: refused }, 'a request failed'));
    expect(text).not.toContain('ada@example.org');
    expect(JSON.parse(text)).toMatchObject({ err: { type: 'Error', message: 'duplicate key value', code: '23505' } });
  });
});

test('a sentence keeps its question mark, and an address its path', () => {
  const text = logged((log) => log.info('Is a quotation mark not closed? See https://example.org/docs/csv'));
  expect(JSON.parse(text).msg).toBe('Is a quotation mark not closed? See https://example.org/docs/csv');
});

test('LOG_LEVEL decides what is written', () => {
  const all = (log: ReturnType<typeof makeLog>) => {
    log.debug('d');
    log.info('i');
    log.warn('w');
  };
  expect(logged(all, 'warn').split('\n').filter(Boolean)).toHaveLength(1);
  expect(logged(all, 'silent')).toBe('');
});
