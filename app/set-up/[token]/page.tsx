import type { Metadata } from 'next';
import { getText } from '../../_messages/get-text.ts';
import { anonymousApi } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { FirstRunSteps } from '../../p/[platform]/start/first-run-steps.tsx';
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
      <FirstRunSteps t={t} current="platform" at={null} />
      <SetUpForm
        token={token}
        capabilities={link.capabilities.map(({ key }) => key)}
        timeZones={Intl.supportedValuesOf('timeZone')}
      />
    </Door>
  );
}
