import type { Metadata } from 'next';
import { getText } from '../../_messages/get-text.ts';
import { anonymousApi } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { Door } from '../../sign-in/door.tsx';
import { PasswordForm } from './password-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('signIn.welcome.title') };
}

export default async function WelcomePage({ params }: { params: Promise<{ token: string }> }) {
  const t = await getText();
  const { token } = await params;
  const link = await anonymousApi().people.readPasswordLink({ token });
  if (link.state !== 'open') {
    return (
      <Door title={t('signIn.welcome.closedTitle')} about={t(`signIn.welcome.${link.state}`)}>
        <ButtonLink href="/sign-in">{t('signIn.welcome.toSignIn')}</ButtonLink>
      </Door>
    );
  }
  return (
    <Door title={t('signIn.welcome.title')} about={t('signIn.welcome.about', { name: link.name, email: link.email })}>
      <PasswordForm token={token} email={link.email} />
    </Door>
  );
}
