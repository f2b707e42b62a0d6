import { cache } from 'react';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';

const read = cache(async (platform: string, id: string) => found((await api()).backlog.read({ platform, id })));

/** What the page of an improvement and its title show, read once a request. */
export const readItem = ({ platform, improvement }: { platform: string; improvement: string }) =>
  read(platform, improvement);
