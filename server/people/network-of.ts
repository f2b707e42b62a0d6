import { isIPv6 } from 'node:net';

/**
 * The part of an address that one client cannot change at will: an IPv4 address whole, of IPv6 the first 64 bits, since
 * everybody has all the rest to themselves. Written as the sign-in library writes it into its sessions.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [left = '', right] = address.toLowerCase().split('::');
  const before = groupsOf(left);
  const after = groupsOf(right ?? '');
  const gap = right === undefined ? 0 : 8 - before.length - after.length;
  const whole = [...before, ...Array.from({ length: gap }, () => '0000'), ...after];
  return [...whole.slice(0, 4), '0000', '0000', '0000', '0000'].join(':');
}

const groupsOf = (text: string) => (text === '' ? [] : text.split(':').map((group) => group.padStart(4, '0')));
