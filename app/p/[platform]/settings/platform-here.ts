import { notFound } from 'next/navigation';
import { found } from '../../../_trpc/found.ts';
import { api } from '../../../_trpc/server.ts';

const EDITING = new Set(['editor', 'admin']);

/** The platform of the address with what the person may change there. */
export async function platformHere(key: string) {
  const platforms = await found((await api()).catalogue.listPlatforms());
  const platform = platforms.find((candidate) => candidate.key === key);
  if (platform === undefined) notFound();
  return { ...platform, admin: platform.role === 'admin', editor: EDITING.has(platform.role ?? '') };
}
