import { describe, expect, test } from 'vitest';
import { makeNonce, securityHeaders } from '#server/http/security-headers.ts';

const page = { path: '/p/payments', nonce: 'abc', dev: false, https: false };

describe('the headers of every answer', () => {
  test('let only scripts and styles with the nonce of this answer run', () => {
    const policy = securityHeaders(page)['content-security-policy'];
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("style-src 'self' 'nonce-abc';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy?.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline');
  });

  const secrets = ['/s/abc', '/set-up/abc', '/welcome/abc', '/unsubscribe/abc', '/api/v1/unsubscribe/abc'];
  test.each(secrets)('keep the secret in %s out of referrers and caches', (path) => {
    const headers = securityHeaders({ ...page, path });
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    });
  });

  test('insist on https only where people come by https', () => {
    expect(securityHeaders(page)).not.toHaveProperty('strict-transport-security');
    expect(securityHeaders({ ...page, https: true })).toHaveProperty('strict-transport-security');
  });

  test('no two answers share a nonce', () => {
    expect(makeNonce()).not.toBe(makeNonce());
  });
});
