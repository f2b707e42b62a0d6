import { cache } from 'react';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';

type Query = Record<string, string | string[] | undefined>;

const read = cache(async (platform: string, capability: string, aspect?: string, criterion?: string) => {
  const caller = await api();
  return found(caller.capabilities.read({ platform, capability, aspect, criterion }));
});

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** What the page and its title show, read once a request. */
export function readPage({ platform, key }: { platform: string; key: string }, query: Query) {
  return read(platform, key, single(query.aspect), single(query.criterion));
}
