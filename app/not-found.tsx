import { getText } from './_messages/get-text.ts';
import { ButtonLink } from './_ui/button.tsx';
import { PlainPage } from './_ui/plain-page.tsx';

export default async function NotFound() {
  const t = await getText();
  return (
    <PlainPage title={t('home.notFound.title')} action={<ButtonLink href="/">{t('home.notFound.action')}</ButtonLink>}>
      <p>{t('home.notFound.text')}</p>
    </PlainPage>
  );
}
