import type { Metadata } from 'next';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { PageHeader } from '../../../../../_ui/page-header.tsx';
import { RoundForm } from './round-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('ratingRounds.create.title') };
}

export default async function NewRoundPage({ params }: { params: Promise<{ platform: string }> }) {
  const [{ platform }, t, caller] = await Promise.all([params, getText(), api()]);
  const form = await found(caller.ratingRounds.form({ platform }));
  return (
    <>
      <PageHeader title={t('ratingRounds.create.title')} about={t('ratingRounds.create.about')} />
      <RoundForm platform={platform} form={form} />
    </>
  );
}
