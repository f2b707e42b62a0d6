import { redirect } from 'next/navigation';
import { found } from '../../../_trpc/found.ts';
import { api } from '../../../_trpc/server.ts';

type Props = { params: Promise<{ platform: string }> };

/** Goes on where the first run was left. */
export default async function StartPage({ params }: Props) {
  const [{ platform }, caller] = await Promise.all([params, api()]);
  const { next, inFirstRun, mayEdit } = await found(caller.firstRun.read({ platform }));
  const home = `/p/${platform}`;
  if (!inFirstRun || !mayEdit || next === 'picture') redirect(home);
  redirect(next === 'capabilities' || next === 'answers' ? `${home}/start/capabilities` : `${home}/self-assessment`);
}
