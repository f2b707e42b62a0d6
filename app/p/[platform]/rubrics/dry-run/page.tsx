import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { DryRuns } from '../_rubrics/dry-runs.tsx';
import { versionPath } from '../_rubrics/rubrics-data.ts';

type Props = {
  params: Promise<{ platform: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('rubrics.dryRun.title') };
}

export default async function DryRunPage({ params, searchParams }: Props) {
  const [{ platform }, query, t, caller] = await Promise.all([params, searchParams, getText(), api()]);
  const points = await found(caller.overview.points({ platform }));
  const { versions } = await found(caller.rubrics.list({ platform }));
  const rubric = typeof query.rubric === 'string' ? query.rubric : versions[0]?.name;
  if (rubric === undefined) notFound();
  const { runs } = await found(caller.rubrics.dryRuns({ platform, rubric }));
  const isVersion = rubric.includes('@');
  const back = isVersion ? versionPath(platform, rubric) : `/p/${platform}/rubrics/drafts/${rubric}`;
  const name = isVersion ? rubric.replace('@', ' ') : t('rubrics.dryRun.draft');
  return (
    <>
      <PageHeader title={t('rubrics.dryRun.title')} about={t('rubrics.dryRun.about', { rubric: name })}>
        <ButtonLink href={back}>{isVersion ? name : t('rubrics.dryRun.back')}</ButtonLink>
      </PageHeader>
      <DryRuns platform={platform} rubric={rubric} runs={runs} names={{ names: points.names, levels: points.levels }} />
    </>
  );
}
