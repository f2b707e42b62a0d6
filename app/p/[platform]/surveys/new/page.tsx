import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { platformHere } from '../../settings/platform-here.ts';
import { CycleForm } from './cycle-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('surveys.create.title') };
}

export default async function NewSurveyPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { platform } = await params;
  if (!(await platformHere(platform)).editor) notFound();
  const caller = await api();
  const [templates, subjects] = await Promise.all([caller.surveys.templates(), caller.surveys.subjects({ platform })]);
  return (
    <>
      <PageHeader title={t('surveys.create.title')} about={t('surveys.create.about')} />
      <CycleForm platform={platform} templates={templates} subjects={subjects} />
    </>
  );
}
