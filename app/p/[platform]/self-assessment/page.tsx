import type { Metadata } from 'next';
import { getText } from '../../../_messages/get-text.ts';
import { found } from '../../../_trpc/found.ts';
import { api } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../_ui/page-header.tsx';
import { EvidenceTabs } from '../evidence/evidence-tabs.tsx';
import { FirstRunSteps } from '../start/first-run-steps.tsx';
import { SelfAssessmentForm } from './self-assessment-form.tsx';

type Props = { params: Promise<{ platform: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('selfAssessment.title') };
}

export default async function SelfAssessmentPage({ params }: Props) {
  const [{ platform }, t, caller] = await Promise.all([params, getText(), api()]);
  const [assessment, firstRun] = await Promise.all([
    found(caller.selfAssessment.read({ platform })),
    found(caller.firstRun.read({ platform })),
  ]);
  if (firstRun.next === 'answers') {
    return (
      <>
        <PageHeader title={t('selfAssessment.title')} />
        <EvidenceTabs platform={platform} current="selfAssessment" />
        <EmptyState
          title={t('selfAssessment.oneByOneTitle')}
          action={<ButtonLink href={`/p/${platform}/capabilities`}>{t('start.first.attest.action')}</ButtonLink>}
        >
          {t('selfAssessment.oneByOne')}
        </EmptyState>
      </>
    );
  }
  const first = firstRun.open[0] ?? assessment.aspects[0]?.key ?? '';
  const inFirstRun = firstRun.inFirstRun && firstRun.mayEdit;
  return (
    <>
      {inFirstRun ? <FirstRunSteps t={t} current="selfAssessment" at={{ platform, firstRun }} /> : null}
      <PageHeader title={t('selfAssessment.title')} about={t('selfAssessment.about')}>
        {inFirstRun ? null : (
          <ButtonLink href={`/p/${platform}/self-assessment/rounds`}>{t('selfAssessment.severalAssessors')}</ButtonLink>
        )}
        {assessment.mayAnswer ? (
          <ButtonLink href={`/p/${platform}/self-assessment/import`}>{t('selfAssessment.import')}</ButtonLink>
        ) : null}
      </PageHeader>
      {inFirstRun ? null : <EvidenceTabs platform={platform} current="selfAssessment" />}
      <SelfAssessmentForm assessment={assessment} first={first} />
    </>
  );
}
