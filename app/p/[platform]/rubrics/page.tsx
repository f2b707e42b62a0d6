import type { Metadata } from 'next';
import { Suspense } from 'react';
import { getText } from '../../../_messages/get-text.ts';
import { found } from '../../../_trpc/found.ts';
import { api } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { PageHeader } from '../../../_ui/page-header.tsx';
import { Announced } from './_rubrics/announced.tsx';
import { DraftTable } from './_rubrics/draft-table.tsx';
import { LeftoverList } from './_rubrics/leftover-list.tsx';
import { StartDraft } from './_rubrics/start-draft.tsx';
import { VersionTable } from './_rubrics/version-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('rubrics.title') };
}

export default async function RubricsPage({ params }: { params: Promise<{ platform: string }> }) {
  const [{ platform }, t, caller] = await Promise.all([params, getText(), api()]);
  const [{ versions, drafts }, points, { leftovers }] = await Promise.all([
    found(caller.rubrics.list({ platform })),
    found(caller.overview.points({ platform })),
    found(caller.rubrics.leftovers({ platform })),
  ]);
  const current = versions.find(({ inUse }) => inUse)?.name ?? null;
  const first = versions[0]?.name ?? '';
  return (
    <>
      <PageHeader title={t('rubrics.title')} about={t('rubrics.about')}>
        <ButtonLink href={`/p/${platform}/rubrics/crosswalk`}>{t('crosswalk.title')}</ButtonLink>
        {drafts === null ? null : (
          <StartDraft platform={platform} versions={versions.map(({ name }) => name)} current={current ?? first} />
        )}
      </PageHeader>
      {[...Map.groupBy(versions, ({ id }) => id)].map(([id, of]) => (
        <VersionTable
          key={id}
          t={t}
          platform={platform}
          title={of[0]?.title ?? id}
          versions={of}
          current={current?.startsWith(`${id}@`) ? current : null}
        />
      ))}
      {drafts === null ? null : <DraftTable t={t} platform={points.platform} drafts={drafts} />}
      {leftovers.length === 0 ? null : (
        <section className="pb-8">
          <h2 className="font-semibold">{t('rubrics.leftovers.title')}</h2>
          <p className="pb-2 text-muted">{t('rubrics.leftovers.about')}</p>
          <LeftoverList t={t} leftovers={leftovers} />
        </section>
      )}
      <Suspense fallback={<p className="text-muted">{t('rubrics.announced.computing')}</p>}>
        <Announced platform={platform} points={points} />
      </Suspense>
    </>
  );
}
