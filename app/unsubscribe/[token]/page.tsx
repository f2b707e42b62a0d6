import type { Metadata } from 'next';
import { getText } from '../../_messages/get-text.ts';
import { anonymousApi } from '../../_trpc/server.ts';
import { Button } from '../../_ui/button.tsx';
import { PlainPage } from '../../_ui/plain-page.tsx';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('notices.end.tab'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/** Where a link in a message leads: one button, no sign-in and no script. Looking at it changes nothing. */
export default async function UnsubscribePage({ params }: Props) {
  const t = await getText();
  const { token } = await params;
  const ending = await anonymousApi().notices.ending({ token });
  if (ending.state === 'unknown') {
    return <PlainPage title={t('notices.end.unknownTitle')}>{t('notices.end.unknown')}</PlainPage>;
  }
  const survey = ending.kind === 'survey';
  const name = survey ? '' : t(`notices.kinds.${ending.kind}.name`);
  if (ending.state === 'ended') {
    return (
      <PlainPage title={t('notices.end.endedTitle')}>
        {survey ? t('notices.end.endedSurvey') : t('notices.end.ended', { name })}
      </PlainPage>
    );
  }
  return (
    <PlainPage
      title={t('notices.end.title')}
      action={
        <form method="post" action={`/api/v1/unsubscribe/${encodeURIComponent(token)}`}>
          <input type="hidden" name="from" value="page" />
          <Button type="submit" variant="primary" className="h-12! px-6! text-base!">
            {t('notices.end.button')}
          </Button>
        </form>
      }
    >
      {survey ? t('notices.end.aboutSurvey') : t('notices.end.about', { name })}
    </PlainPage>
  );
}
