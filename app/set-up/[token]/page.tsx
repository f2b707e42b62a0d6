import type { Metadata } from 'next';
import { getText } from '../../_messages/get-text.ts';
import { anonymousApi } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { Door } from '../../sign-in/door.tsx';
import { SetUpForm } from './set-up-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('setUp.title') };
}

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const t = await getText();
  const { token } = await params;
  const link = await anonymousApi().people.readSetUpLink({ token });
  if (link.state !== 'open') {
    return (
      <Door title={t('setUp.closedTitle')} about={t(`setUp.${link.state}`)}>
        {link.state === 'spent' ? <ButtonLink href="/sign-in">{t('setUp.toSignIn')}</ButtonLink> : null}
      </Door>
    );
  }
  return (
    <Door title={t('setUp.title')} about={t('setUp.about')} wide>
      <SetUpForm token={token} capabilities={link.capabilities} timeZones={Intl.supportedValuesOf('timeZone')} />
    </Door>
  );
}
