import type { ReactNode } from 'react';
import { getText } from '../_messages/get-text.ts';
import { AccountMenu } from './account-menu.tsx';
import { ChevronDownIcon, PlumbIcon } from './icons.tsx';
import { Menu, MenuLink } from './menu.tsx';
import { PlaceLinks } from './place-links.tsx';
import type { Theme } from './theme.ts';
import { ThemeMenu } from './theme-menu.tsx';

type Named = { key: string; name: string };

/** The frame around every page of a platform: which platform, its places, theme and account. */
export async function AppShell({
  platform,
  platforms,
  person,
  theme,
  children,
}: {
  platform: Named;
  platforms: Named[];
  person: { name: string };
  theme: Theme;
  children: ReactNode;
}) {
  const t = await getText();
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2"
      >
        {t('shell.skip')}
      </a>
      <header className="border-b border-hairline print:hidden">
        <div className="mx-auto flex max-w-[100rem] flex-wrap items-center lg:flex-nowrap gap-x-6 px-4 max-lg:pt-1 sm:px-6">
          <Menu
            label={`${t('shell.switchPlatform')}: ${platform.name}`}
            align="start"
            className="-ml-2 flex h-9 max-w-56 shrink-0 items-center gap-2 rounded-md px-2 font-semibold hover:bg-sunken pointer-coarse:h-11"
            trigger={
              <>
                <PlumbIcon />
                <span className="truncate">{platform.name}</span>
                <ChevronDownIcon />
              </>
            }
          >
            {platforms.map(({ key, name }) => (
              <MenuLink key={key} href={`/p/${key}`} current={key === platform.key}>
                {name}
              </MenuLink>
            ))}
          </Menu>
          <PlaceLinks platform={platform.key} />
          <div className="ml-auto flex shrink-0 items-center">
            <ThemeMenu theme={theme} />
            <AccountMenu name={person.name} />
          </div>
        </div>
      </header>
      <main id="content" className="mx-auto max-w-[100rem] px-4 py-6 sm:px-6">
        {children}
      </main>
    </>
  );
}
