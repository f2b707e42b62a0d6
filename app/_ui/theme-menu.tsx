'use client';

import { useState } from 'react';
import { useText } from '../_messages/use-text.tsx';
import { ThemeIcon } from './icons.tsx';
import { Menu, MenuChoices } from './menu.tsx';
import { THEME_COOKIE, type Theme } from './theme.ts';

const YEAR = 365 * 86_400;

function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const age = theme === 'system' ? 0 : YEAR;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${age}; samesite=lax`;
}

export function ThemeMenu({ theme }: { theme: Theme }) {
  const t = useText();
  const [chosen, setChosen] = useState(theme);
  const choose = (next: Theme) => {
    setChosen(next);
    applyTheme(next);
  };
  return (
    <Menu
      label={t('shell.theme.label')}
      trigger={<ThemeIcon />}
      className="grid size-8 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
    >
      <MenuChoices
        value={chosen}
        onChoose={choose}
        choices={[
          { value: 'system', label: t('shell.theme.system') },
          { value: 'light', label: t('shell.theme.light') },
          { value: 'dark', label: t('shell.theme.dark') },
        ]}
      />
    </Menu>
  );
}
