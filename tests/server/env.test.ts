import { describe, expect, test } from 'vitest';
import { EnvError, readEnv } from '#server/env.ts';

describe('the environment', () => {
  test('needs nothing: port 3000 on loopback, a file in ./data', () => {
    const env = readEnv({});
    expect(env).toMatchObject({ port: 3000, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000', secret: null });
    expect(env.databaseUrl).toBe(`file:${process.cwd()}/data/plumbline.db`);
    expect(env.publicUrlGiven).toBe(false);
  });

  test('an empty variable counts as absent', () => {
    expect(readEnv({ PORT: '', SECRET: '' })).toMatchObject({ port: 3000, secret: null });
  });

  test('the database follows the data folder', () => {
    expect(readEnv({ DATA_DIR: '/srv/plumbline' }).databaseUrl).toBe('file:/srv/plumbline/plumbline.db');
  });

  test('PUBLIC_URL is kept as an origin', () => {
    const env = readEnv({ PUBLIC_URL: 'https://Plumbline.example.org/' });
    expect(env.publicUrl).toBe('https://plumbline.example.org');
    expect(env.publicUrlGiven).toBe(true);
  });

  test('an address for every interface is announced by a name that can be visited', () => {
    expect(readEnv({ HOST: '0.0.0.0', PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(readEnv({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
  });

  test.each([
    [{ PORT: 'http' }, 'PORT must be a port'],
    [{ PORT: '70000' }, 'PORT must be a port, 1 to 65535'],
    [{ PORT: '0' }, 'PORT must be a port'],
    [{ HOST: 'not a host' }, 'HOST must be an address'],
    [{ DATABASE_URL: 'mysql://root@db/plumbline' }, 'DATABASE_URL must be file:<path> or postgres://'],
    [{ PUBLIC_URL: 'plumbline.example.org' }, 'PUBLIC_URL must be an address'],
    [{ PUBLIC_URL: 'https://example.org/plumbline' }, 'PUBLIC_URL must have no path'],
    [{ SECRET: 'short' }, 'SECRET must have at least 32 characters'],
    [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL must be smtp://user:password@host:port'],
    [{ SMTP_URL: 'http://mail.example.org' }, 'SMTP_URL must be'],
    [{ SMTP_URL: 'smtp://mail.example.org/path' }, 'SMTP_URL must be'],
    [{ SMTP_URL: 'smtp://mail.example.org?pool=true' }, 'SMTP_URL must be'],
    [{ SMTP_URL: 'smtp://user@mail.example.org' }, 'SMTP_URL must be'],
    [{ SMTP_URL: 'smtp://user:a%0d%0aRSET@mail.example.org' }, 'SMTP_URL must be'],
    [{ MAIL_FROM: 'plumbline' }, 'MAIL_FROM must be an address'],
    [{ MAIL_FROM: 'Plumbline\r\nBcc: x <p@example.org>' }, 'MAIL_FROM must be an address'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  ])('%o stops the start with one message that names it', (variables, message) => {
    expect(() => readEnv(variables)).toThrow(EnvError);
    expect(() => readEnv(variables)).toThrow(message);
  });

  test('without SMTP_URL nothing is sent; with it the sender is nobody at the host of PUBLIC_URL', () => {
    expect(readEnv({}).mail).toBeNull();
    const env = { SMTP_URL: 'smtp://ada:p%40ss@mail.example.org', PUBLIC_URL: 'https://plumbline.example.org' };
    expect(readEnv(env).mail).toEqual({
      host: 'mail.example.org',
      port: 587,
      secure: false,
      auth: { user: 'ada', pass: 'p@ss' },
      from: { name: 'Plumbline', address: 'no-reply@plumbline.example.org' },
    });
    const secure = readEnv({ SMTP_URL: 'smtps://[::1]', MAIL_FROM: 'Maturity <maturity@example.org>' }).mail;
    expect(secure).toMatchObject({ host: '::1', port: 465, secure: true, auth: null });
    expect(secure?.from).toEqual({ name: 'Maturity', address: 'maturity@example.org' });
    expect(readEnv({ SMTP_URL: 'smtp://localhost:2525' }).mail?.from.address).toBe('no-reply@localhost');
  });

  test('a wrong SMTP_URL is never repeated in the message: it may hold a password', () => {
    expect(() => readEnv({ SMTP_URL: 'smpt://ada:hunter2@mail.example.org' })).not.toThrow('hunter2');
  });

  test('a wrong secret is never repeated in the message', () => {
    expect(() => readEnv({ SECRET: 'hunter2' })).not.toThrow('hunter2');
  });
});
