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
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  ])('%o stops the start with one message that names it', (variables, message) => {
    expect(() => readEnv(variables)).toThrow(EnvError);
    expect(() => readEnv(variables)).toThrow(message);
  });

  test('a wrong secret is never repeated in the message', () => {
    expect(() => readEnv({ SECRET: 'hunter2' })).not.toThrow('hunter2');
  });
});
