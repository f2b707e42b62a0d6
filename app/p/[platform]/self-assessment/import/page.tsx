import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { FirstRunSteps } from '../../start/first-run-steps.tsx';
import { ImportLink } from './import-link.tsx';

type Props = { params: Promise<{ platform: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('selfAssessment.source.title') };
}

export default async function ImportPage({ params }: Props) {
  const [{ platform }, t, caller] = await Promise.all([params, getText(), api()]);
  const [{ mayAnswer }, firstRun] = await Promise.all([
    found(caller.selfAssessment.read({ platform })),
    found(caller.firstRun.read({ platform })),
  ]);
  if (!mayAnswer) forbidden();
  return (
    <div className="max-w-3xl">
      {firstRun.inFirstRun ? <FirstRunSteps t={t} current="selfAssessment" at={{ platform, firstRun }} /> : null}
      <PageHeader title={t('selfAssessment.source.title')} about={t('selfAssessment.source.about')} />
      <ImportLink platform={platform} />
    </div>
  );
}
