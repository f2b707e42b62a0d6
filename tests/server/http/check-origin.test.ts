import { describe, expect, test } from 'vitest';
import { mayChange, type OriginRequest } from '#server/http/check-origin.ts';

const given = { publicUrl: 'https://plumbline.example.org', publicUrlGiven: true };
const guessed = { publicUrl: 'http://127.0.0.1:3000', publicUrlGiven: false };
const post = (part: Partial<OriginRequest>): OriginRequest => ({
  method: 'POST',
  path: '/api/trpc/people.createUser',
  secFetchSite: undefined,
  origin: undefined,
  host: '127.0.0.1:3000',
  ...part,
});

describe('a change is accepted only from our own pages', () => {
  test.each(['GET', 'HEAD', 'OPTIONS'])('%s changes nothing and passes', (method) => {
    expect(mayChange(post({ method, secFetchSite: 'cross-site', origin: 'https://evil.example' }), given)).toBe(true);
  });

  test('a browser that says same-origin passes', () => {
    expect(mayChange(post({ secFetchSite: 'same-origin', origin: given.publicUrl }), given)).toBe(true);
  });

  test.each(['cross-site', 'same-site', 'none'])('a browser that says %s is refused', (secFetchSite) => {
    expect(mayChange(post({ secFetchSite, origin: given.publicUrl }), given)).toBe(false);
  });

  test('an older browser is judged by its Origin', () => {
    expect(mayChange(post({ origin: given.publicUrl }), given)).toBe(true);
    expect(mayChange(post({ origin: 'https://evil.example' }), given)).toBe(false);
    expect(mayChange(post({ origin: 'null' }), given)).toBe(false);
  });

  test('a request that says nothing of where it comes from is refused', () => {
    expect(mayChange(post({}), given)).toBe(false);
  });

  test('a foreign Origin is refused whatever else is said', () => {
    expect(mayChange(post({ secFetchSite: 'same-origin', origin: 'https://evil.example' }), given)).toBe(false);
  });

  test('with PUBLIC_URL given the Host header decides nothing', () => {
    expect(mayChange(post({ origin: 'http://evil.example', host: 'evil.example' }), given)).toBe(false);
  });

  test('without PUBLIC_URL any name of this host will do', () => {
    expect(mayChange(post({ origin: 'http://localhost:3000', host: 'localhost:3000' }), guessed)).toBe(true);
    expect(mayChange(post({ origin: 'http://evil.example', host: 'localhost:3000' }), guessed)).toBe(false);
  });

  test('machine doors take no cookie, so anybody may knock', () => {
    expect(mayChange(post({ path: '/api/v1/metrics' }), given)).toBe(true);
    expect(mayChange(post({ path: '/api/v1x' }), given)).toBe(false);
  });
});
