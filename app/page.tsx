import { redirect } from 'next/navigation';
import { getText } from './_messages/get-text.ts';
import { api } from './_trpc/server.ts';
import { PlainPage } from './_ui/plain-page.tsx';

/** The bare address leads on; only who cannot go anywhere stays, and reads why. */
export default async function StartPage() {
  const [t, caller] = await Promise.all([getText(), api()]);
  const start = await caller.overview.start();
  if (start.state === 'platform') redirect(`/p/${start.platform}`);
  if (start.state === 'signed-out') redirect('/sign-in');
  if (start.state === 'no-platform') {
    return (
      <PlainPage title={t('home.none.title')}>
        <p>{t('home.none.text')}</p>
      </PlainPage>
    );
  }
  return (
    <PlainPage title={t('home.nobody.title')}>
      <p>{t('home.nobody.text')}</p>
      <p className="mt-3 text-muted">{t('home.nobody.where')}</p>
    </PlainPage>
  );
}
