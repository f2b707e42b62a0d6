import type { IncomingHttpHeaders } from 'node:http';
import { isIP, isIPv4 } from 'node:net';

/** IPv4 in IPv6 clothing is IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

export function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return false;
  const bare = plain(address);
  return bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'));
}

const isPrivate = (address: string): boolean =>
  isLoopback(address) || /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:|fe80:)/i.test(plain(address));

/**
 * Who is calling: the socket's peer, or, where that is a proxy, the address that this nearest proxy appended to
 * X-Forwarded-For. Everything further left in that header is the caller's to invent. A peer of this machine may be a proxy;
 * one of our own network only `behindProxy`, that is where PUBLIC_URL is given: else it may be anybody in the office.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | string[] | undefined,
  behindProxy = false,
): string {
  if (peer === undefined) return 'unknown';
  const nearest = plain([forwardedFor ?? []].flat().join(',').split(',').at(-1)?.trim() ?? '');
  const isProxy = isLoopback(peer) || (behindProxy && isPrivate(peer));
  return isProxy && isIP(nearest) !== 0 ? nearest : plain(peer);
}

const PROXY_HEADERS = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];
const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;

/** Whether a request was made on this very machine, to a loopback name, and not passed on by a proxy that runs here. */
export function isOwnMachine(peer: string | undefined, headers: IncomingHttpHeaders): boolean {
  return (
    isLoopback(peer) &&
    LOOPBACK_HOST.test(headers.host ?? '') &&
    PROXY_HEADERS.every((name) => headers[name] === undefined)
  );
}
