import type { Metadata } from 'next';
import { getText } from '../../_messages/get-text.ts';
import { anonymousApi } from '../../_trpc/server.ts';
import { ForgetDraft } from './forget-draft.tsx';
import { Leaf } from './leaf.tsx';
import { SurveyForm } from './survey-form.tsx';

type Props = { params: Promise<{ token: string }> };

/** Says nothing of the survey: a title stays in histories and lists of tabs. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('respond.tab'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/** The respondent's page. Reads no cookie of a session: whoever is signed in by chance leaves no trace here. */
export default async function RespondPage({ params }: Props) {
  const t = await getText();
  const { token } = await params;
  const form = await anonymousApi().surveys.form({ token });
  if (form.state === 'open') return <SurveyForm token={token} form={form} />;
  if (form.state === 'unknown') return <Leaf title={t('respond.unknownTitle')}>{t('respond.unknown')}</Leaf>;
  const who = { title: form.title, name: form.askedBy };
  const closed = form.state === 'closed';
  return (
    <Leaf title={t(closed ? 'respond.closedTitle' : 'respond.replacedTitle')}>
      <p>{closed ? t('respond.closed', who) : t('respond.replaced', { title: form.title })}</p>
      <ForgetDraft token={token} />
    </Leaf>
  );
}
