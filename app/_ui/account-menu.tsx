'use client';

import { useText } from '../_messages/use-text.tsx';
import { Menu, MenuAction } from './menu.tsx';

async function signOut(): Promise<void> {
  await fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  window.location.assign('/sign-in');
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return words
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
}

export function AccountMenu({ name }: { name: string }) {
  const t = useText();
  return (
    <Menu
      trigger={
        <>
          <span aria-hidden="true">{initials(name)}</span>
          <span className="sr-only">{t('shell.account.label', { name })}</span>
        </>
      }
      className="grid size-8 place-items-center rounded-md text-xs font-medium text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
    >
      <p className="max-w-56 truncate px-2 py-1.5 text-xs text-muted">{name}</p>
      <MenuAction onSelect={() => void signOut()}>{t('shell.account.signOut')}</MenuAction>
    </Menu>
  );
}
