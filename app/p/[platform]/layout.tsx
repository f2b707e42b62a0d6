import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { api, isSignedIn, signInAddress } from '../../_trpc/server.ts';
import { AppShell } from '../../_ui/app-shell.tsx';
import { parseTheme, THEME_COOKIE } from '../../_ui/theme.ts';

type Props = { params: Promise<{ platform: string }>; children: ReactNode };

/** The frame of every page of a platform, for those who may see it; to anybody else it does not exist. */
export default async function PlatformLayout({ params, children }: Props) {
  const [{ platform: key }, signedIn, jar] = await Promise.all([params, isSignedIn(), cookies()]);
  if (!signedIn) redirect(await signInAddress());
  const caller = await api();
  const { person, platforms } = await caller.overview.frame();
  const platform = platforms.find((one) => one.key === key);
  if (platform === undefined) notFound();
  return (
    <AppShell
      platform={platform}
      platforms={platforms}
      person={person}
      theme={parseTheme(jar.get(THEME_COOKIE)?.value)}
    >
      {children}
    </AppShell>
  );
}
