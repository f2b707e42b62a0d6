import { BlockList, isIP } from 'node:net';

/**
 * `public`: anybody may be asked there. `inside`: a private, loopback or otherwise local address, which an administrator may
 * allow. `never`: metadata services, multicast and what no server has; nobody can allow these.
 */
export type AddressClass = 'public' | 'inside' | 'never';

const INSIDE_4 = [
  ...['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
];
const NEVER_4 = [
  ...['0.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4'],
  // where clouds tell their machines secrets; Azure does it at an address that looks public
  ...['100.100.100.200/32', '168.63.129.16/32', '192.0.0.192/32'],
];
/** Of IPv6 only 2000::/3 is given out to the world; of it these are tunnels, documentation and other special uses. */
const GLOBAL_6 = ['2000::/3'];
const INSIDE_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const NEVER_6 = [
  ...['::/128', 'fe80::/10', 'ff00::/8'],
  ...['fd00:ec2::/64', 'fd20:ce::254/128', 'fd00:c1::a9fe:a9fe/128', 'fd00:42::42/128'],
];

const listOf = (networks: string[]) => {
  const list = new BlockList();
  for (const network of networks) addNetwork(list, network);
  return list;
};
const [inside4, never4, global6, inside6, never6] = [INSIDE_4, NEVER_4, GLOBAL_6, INSIDE_6, NEVER_6].map(listOf);

/** Where an IP address belongs. An IPv4 address in the clothes of IPv6 (mapped, NAT64) is what it is underneath. */
export function classOfAddress(address: string): AddressClass {
  const plain = plainAddress(address);
  if (isIP(plain) === 4) {
    if (never4?.check(plain)) return 'never';
    return inside4?.check(plain) ? 'inside' : 'public';
  }
  if (isIP(plain) === 0 || never6?.check(plain, 'ipv6')) return 'never';
  return global6?.check(plain, 'ipv6') && !inside6?.check(plain, 'ipv6') ? 'public' : 'inside';
}

/** Adds an IP address or a network such as `10.0.0.0/8`; false where it is neither. */
export function addNetwork(list: BlockList, network: string): boolean {
  const [address = '', bits, ...rest] = network.split('/');
  const version = isIP(address);
  const longest = version === 4 ? 32 : 128;
  if (version === 0 || rest.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return false;
  const prefix = bits === undefined ? longest : Number(bits);
  if (prefix > longest) return false;
  list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6');
  return true;
}

const HEX_GROUPS = 8;
const MAPPED = [0, 0, 0, 0, 0, 0xffff];
const NAT64 = [0x64, 0xff9b, 0, 0, 0, 0];

/** The address without brackets and zone; the IPv4 address inside where there is one. */
export function plainAddress(address: string): string {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (isIP(bare) !== 6) return bare;
  const groups = groupsOf(bare);
  const startsWith = (prefix: number[]) => prefix.every((group, index) => groups[index] === group);
  if (!startsWith(MAPPED) && !startsWith(NAT64)) return bare;
  return groups
    .slice(-2)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}

/** The eight numbers of an IPv6 address, however it is abbreviated. */
function groupsOf(address: string): number[] {
  const dotted = /^(?<head>.*:)(?<a>\d+)\.(?<b>\d+)\.(?<c>\d+)\.(?<d>\d+)$/.exec(address)?.groups;
  const hex = (high: string | undefined, low: string | undefined) => ((Number(high) << 8) | Number(low)).toString(16);
  const text = dotted === undefined ? address : `${dotted.head}${hex(dotted.a, dotted.b)}:${hex(dotted.c, dotted.d)}`;
  const [left = '', right] = text.split('::');
  const numbers = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  if (right === undefined) return numbers(left);
  const [before, after] = [numbers(left), numbers(right)];
  return [...before, ...Array<number>(HEX_GROUPS - before.length - after.length).fill(0), ...after];
}
