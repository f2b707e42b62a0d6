import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { FirstRunSteps } from '../first-run-steps.tsx';
import { ChoiceForm } from './choice-form.tsx';

type Props = { params: Promise<{ platform: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('start.choice.title') };
}

export default async function ChooseCapabilitiesPage({ params }: Props) {
  const [{ platform }, t, caller] = await Promise.all([params, getText(), api()]);
  const [{ capabilities, closed }, firstRun] = await Promise.all([
    found(caller.firstRun.choice({ platform })),
    found(caller.firstRun.read({ platform })),
  ]);
  if (closed) {
    const toSettings = (
      <ButtonLink href={`/p/${platform}/settings/capabilities`}>{t('start.choice.toSettings')}</ButtonLink>
    );
    return (
      <>
        <PageHeader title={t('start.choice.title')} />
        <EmptyState title={t('start.choice.closedTitle')} action={toSettings}>
          {t('start.choice.closed')}
        </EmptyState>
      </>
    );
  }
  const home = `/p/${platform}`;
  const asksOneByOne = firstRun.next === 'answers';
  return (
    <div className="max-w-4xl">
      <FirstRunSteps t={t} current="capabilities" at={{ platform, firstRun }} />
      <PageHeader
        title={t('start.choice.title')}
        about={t(asksOneByOne ? 'start.choice.aboutOwn' : 'start.choice.about')}
      />
      <ChoiceForm
        platform={platform}
        capabilities={capabilities}
        next={asksOneByOne ? home : `${home}/self-assessment`}
      />
    </div>
  );
}
