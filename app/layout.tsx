import './globals.css';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { getLocale, getText } from './_messages/get-text.ts';
import { TextProvider } from './_messages/use-text.tsx';
import { parseTheme, THEME_COOKIE } from './_ui/theme.ts';

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  const product = t('shell.product');
  return { title: { default: product, template: `%s · ${product}` }, description: t('shell.description') };
}

/** The theme comes from a cookie and CSS alone, so nothing flashes and no script is needed. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html
      lang={locale}
      data-theme={theme === 'system' ? undefined : theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <TextProvider locale={locale}>{children}</TextProvider>
      </body>
    </html>
  );
}
