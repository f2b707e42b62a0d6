import type { ReactNode } from 'react';
import { getText } from '../../../_messages/get-text.ts';
import { found } from '../../../_trpc/found.ts';
import { api } from '../../../_trpc/server.ts';
import { PageHeader } from '../../../_ui/page-header.tsx';
import { SettingsTabs } from './settings-tabs.tsx';

export default async function SettingsLayout({
  params,
  children,
}: {
  params: Promise<{ platform: string }>;
  children: ReactNode;
}) {
  const t = await getText();
  const { platform } = await params;
  const platforms = await found((await api()).catalogue.listPlatforms());
  const role = platforms.find(({ key }) => key === platform)?.role ?? null;
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <SettingsTabs platform={platform} admin={role === 'admin'} />
      {children}
    </>
  );
}
