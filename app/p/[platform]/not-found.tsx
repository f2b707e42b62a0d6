import { getText } from '../../_messages/get-text.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { PageHeader } from '../../_ui/page-header.tsx';

export default async function NotFoundHere() {
  const t = await getText();
  return (
    <>
      <PageHeader title={t('home.notFound.title')} about={t('home.notFound.text')} />
      <ButtonLink href="/">{t('home.notFound.action')}</ButtonLink>
    </>
  );
}
