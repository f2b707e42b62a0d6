'use client';

import { usePathname } from 'next/navigation';
import { useText } from '../../../_messages/use-text.tsx';
import { Tabs } from '../../../_ui/tabs.tsx';

const PARTS = [
  { part: '', text: 'settings.platform.tab', admin: false },
  { part: '/capabilities', text: 'settings.capabilities.tab', admin: false },
  { part: '/targets', text: 'catalogue.targets.tab', admin: false },
  { part: '/teams', text: 'settings.teams.tab', admin: false },
  { part: '/people', text: 'settings.people.tab', admin: true },
  { part: '/trackers', text: 'trackers.tab', admin: false },
  { part: '/tokens', text: 'settings.tokens.tab', admin: false },
  { part: '/account', text: 'settings.account.tab', admin: false },
  { part: '/notices', text: 'notices.outbox.tab', admin: true },
  { part: '/audit', text: 'settings.audit.tab', admin: true },
] as const;

export function SettingsTabs({ platform, admin }: { platform: string; admin: boolean }) {
  const t = useText();
  const here = usePathname();
  const base = `/p/${platform}/settings`;
  const tabs = PARTS.filter((part) => admin || !part.admin).map(({ part, text }) => ({
    href: `${base}${part}`,
    label: t(text),
    current: here === `${base}${part}` || (part !== '' && here.startsWith(`${base}${part}/`)),
  }));
  return <Tabs label={t('settings.parts')} tabs={tabs} />;
}
