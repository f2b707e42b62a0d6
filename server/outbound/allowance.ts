import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { addNetwork, classOfAddress, plainAddress } from './address-class.ts';

const HOST = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** What an administrator allows beyond the public internet: host names, addresses and networks such as `10.0.0.0/8`. */
export const allowanceField = z
  .array(
    z
      .string()
      .trim()
      .toLowerCase()
      .max(253)
      .refine(isEntry, 'Write a host name, an address or a network such as "10.2.0.0/16".'),
  )
  .max(20);

function isEntry(entry: string): boolean {
  return addNetwork(new BlockList(), entry) || (HOST.test(entry) && !/^[\d.]+$/.test(entry));
}

/** Whether a connection to `address` may be made for `host`. A host's name allows what it leads to inside the network. */
export function allowsAddress(
  allowed: readonly string[],
  { host, address }: { host: string; address: string },
): boolean {
  const plain = plainAddress(address);
  const known = classOfAddress(plain);
  if (known !== 'inside') return known === 'public';
  const networks = new BlockList();
  for (const entry of allowed) addNetwork(networks, entry);
  return allowed.includes(host.toLowerCase()) || networks.check(plain, isIP(plain) === 4 ? 'ipv4' : 'ipv6');
}
