import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepSecret } from '#server/data-folder.ts';
import { readEnv } from '#server/env.ts';

function envInNewFolder(more: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return readEnv({ DATA_DIR: folder, ...more });
}

test('a secret is made on the first start, kept, and readable by its owner alone', () => {
  const env = envInNewFolder();
  const secret = keepSecret(env);
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(keepSecret(env)).toBe(secret);
  expect(statSync(join(env.dataDir, 'secret')).mode & 0o777).toBe(0o600);
});

test('SECRET comes first, and then no file is made', () => {
  const env = envInNewFolder({ SECRET: 'x'.repeat(32) });
  expect(keepSecret(env)).toBe('x'.repeat(32));
  expect(() => statSync(join(env.dataDir, 'secret'))).toThrow();
});

test('a damaged secret stops the start and names its file', () => {
  const env = envInNewFolder();
  writeFileSync(join(env.dataDir, 'secret'), 'cut off');
  expect(() => keepSecret(env)).toThrow(join(env.dataDir, 'secret'));
});
