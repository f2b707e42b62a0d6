import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import type { Choices } from '../_backlog/backlog-data.ts';
import { ImprovementForm } from '../_backlog/improvement-form.tsx';
import { namesOf } from '../_backlog/names-of.ts';

type Props = {
  params: Promise<{ platform: string }>;
  searchParams: Promise<{
    criterion?: string | string[];
    capability?: string | string[];
    campaign?: string | string[];
  }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('backlog.form.titleNew') };
}

/** The criterion of the address, where it may be chosen: one comes from where it stands. */
function chosenIn(choices: Choices, query: Awaited<Props['searchParams']>) {
  const capability = typeof query.capability === 'string' ? query.capability : null;
  const known = choices.criteria.find(({ criterion }) => criterion === query.criterion);
  const isOpen = known?.places.some((place) => place.capability === capability);
  return known === undefined || !isOpen ? [] : [{ criterion: known.criterion, capability, title: known.title }];
}

export default async function NewImprovementPage({ params, searchParams }: Props) {
  const { platform } = await params;
  const choices = await found((await api()).backlog.choices({ platform }));
  const t = await getText();
  const query = await searchParams;
  const criteria = chosenIn(choices, query);
  const campaign = choices.campaigns.find(({ id }) => id === query.campaign) ?? null;
  const nothing = { title: '', notes: '', owner: null, dueOn: null, effortDays: null, actualDays: null };
  const draft = { ...nothing, criteria, campaign };
  return (
    <>
      <PageHeader title={t('backlog.form.titleNew')} about={t('backlog.form.aboutNew')} />
      <ImprovementForm platform={platform} choices={choices} names={namesOf(choices)} draft={draft} item={null} />
    </>
  );
}
