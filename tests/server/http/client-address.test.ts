import { describe, expect, test } from 'vitest';
import { clientAddress, isOwnMachine } from '#server/http/client-address.ts';

describe('who is calling', () => {
  test('is the peer, whatever a stranger writes into X-Forwarded-For', () => {
    expect(clientAddress('203.0.113.9', '10.0.0.1')).toBe('203.0.113.9');
  });

  test('is what our own proxy appended last, not what the caller invented before it', () => {
    expect(clientAddress('127.0.0.1', '1.2.3.4, 203.0.113.9')).toBe('203.0.113.9');
    expect(clientAddress('::ffff:10.1.2.3', '203.0.113.9', true)).toBe('203.0.113.9');
  });

  test('is the peer where nobody said that there is a proxy: in an office everybody has a private address', () => {
    expect(clientAddress('10.1.2.3', '203.0.113.9')).toBe('10.1.2.3');
    expect(clientAddress('192.168.1.5', '10.1.2.3', false)).toBe('192.168.1.5');
  });

  test.each(['unknown', '<img src=x>', '1.2.3.4.5', '_hidden'])('is the peer where the proxy appended %s', (text) => {
    expect(clientAddress('127.0.0.1', text, true)).toBe('127.0.0.1');
  });

  test('is written the same for IPv4 however it came in', () => {
    expect(clientAddress('::ffff:203.0.113.9', undefined)).toBe('203.0.113.9');
  });
});

describe('a request of this very machine', () => {
  test('comes over loopback to a loopback name', () => {
    expect(isOwnMachine('127.0.0.1', { host: 'localhost:3000' })).toBe(true);
    expect(isOwnMachine('::1', { host: '[::1]:3000' })).toBe(true);
    expect(isOwnMachine('203.0.113.9', { host: 'localhost:3000' })).toBe(false);
  });

  test('is not one that a proxy on this machine passes on', () => {
    expect(isOwnMachine('127.0.0.1', { host: '127.0.0.1:3000', 'x-forwarded-for': '203.0.113.9' })).toBe(false);
    expect(isOwnMachine('127.0.0.1', { host: '127.0.0.1:3000', forwarded: 'for=203.0.113.9' })).toBe(false);
    expect(isOwnMachine('127.0.0.1', { host: 'plumbline.example.org' })).toBe(false);
  });
});
