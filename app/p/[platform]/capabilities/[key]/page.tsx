import type { Metadata } from 'next';
import { Suspense } from 'react';
import { formatDateTime } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { NeighbourLine } from '../../../../_ui/neighbour-line.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { AspectList } from '../_capability/aspect-list.tsx';
import { CapabilityBacklog } from '../_capability/capability-backlog.tsx';
import type { Capability } from '../_capability/capability-data.ts';
import { CellRoute } from '../_capability/cell-route.tsx';
import { CriteriaList } from '../_capability/criteria-list.tsx';
import { CriterionDetail } from '../_capability/criterion-detail.tsx';
import { History } from '../_capability/history.tsx';
import { readPage } from '../_capability/read-page.ts';
import { ScrollToDetail } from '../_capability/scroll-to-detail.tsx';
import { ThreeViews } from '../_capability/three-views.tsx';
import { WhatIfHere } from '../_capability/what-if-here.tsx';

type Props = {
  params: Promise<{ platform: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = await readPage(await params, await searchParams);
  return { title: page.capability.name };
}

function aboutWords(t: AppText, { capability, asOf, platform }: Capability): string {
  const { ownerName, provider } = capability;
  return [
    ownerName === null ? t('capabilities.noOwner') : t('capability.owner', { owner: ownerName }),
    provider === null ? null : t('capability.provider', { provider }),
    asOf === null ? null : t('capability.asOf', { time: formatDateTime(asOf, t.locale, platform.timeZone) }),
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

function Header({ t, page }: { t: AppText; page: Capability }) {
  const { capability } = page;
  const about = (
    <>
      <p>{capability.description}</p>
      <p className="mt-1 text-xs">{aboutWords(t, page)}</p>
    </>
  );
  return (
    <PageHeader title={capability.name} about={about}>
      <Badge>{t(`capabilities.consumption.${capability.consumption}`)}</Badge>
      {capability.mandatory ? <Badge>{t('capabilities.mandatory')}</Badge> : null}
      {capability.state === 'archived' ? <Badge>{t('capabilities.archived')}</Badge> : null}
    </PageHeader>
  );
}

/** What the rubric names beside a criterion or its aspect in other models. */
async function Neighbours({ t, platform, of }: { t: AppText; platform: string; of: readonly string[] }) {
  const { entries } = await found((await api()).rubrics.crosswalk({ platform }));
  return (
    <div className="mt-4 border-t border-hairline pt-3 empty:hidden">
      <NeighbourLine t={t} platform={platform} neighbours={entries} of={of} />
    </div>
  );
}

function NotScored({ t, platform }: { t: AppText; platform: string }) {
  return (
    <EmptyState
      title={t('capabilities.notScored.title')}
      action={<ButtonLink href={`/p/${platform}/evidence`}>{t('capabilities.notScored.action')}</ButtonLink>}
    >
      {t('capabilities.notScored.text')}
    </EmptyState>
  );
}

export default async function CapabilityPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const [page, t] = await Promise.all([readPage(await params, query), getText()]);
  const { open } = page;
  const cell = page.cells.find(({ aspect }) => aspect === open?.aspect);
  if (open === null || cell === undefined) {
    return (
      <>
        <Header t={t} page={page} />
        <NotScored t={t} platform={page.platform.key} />
      </>
    );
  }
  const here = { platform: page.platform.key, capability: page.capability.key };
  const backlog = await found((await api()).backlog.list(here));
  const aspect = page.aspects.find(({ key }) => key === open.aspect);
  return (
    <>
      <Header t={t} page={page} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_26rem] xl:grid-cols-[minmax(0,1fr)_30rem]">
        <div className="min-w-0">
          <AspectList t={t} page={page} />
          <section className="pt-6">
            <h2 className="text-base font-semibold">
              {t('capability.criteria.title', { aspect: aspect?.name ?? open.aspect })}
            </h2>
            <p className="text-muted">{aspect?.question}</p>
            <ThreeViews t={t} platform={page.platform.key} cell={cell} />
            <WhatIfHere key={open.aspect} {...here} aspect={open.aspect} />
            <CriteriaList t={t} page={page} open={open} />
          </section>
          <Suspense fallback={null}>
            <CellRoute {...here} aspect={open.aspect} />
          </Suspense>
          <CapabilityBacklog t={t} backlog={backlog} />
          <Suspense fallback={null}>
            <History platform={page.platform.key} capability={page.capability.key} />
          </Suspense>
        </div>
        <ScrollToDetail chosen={query.criterion === undefined ? null : (open.criterion?.id ?? null)}>
          <div className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:border-l lg:border-hairline lg:pl-6 max-lg:border-t max-lg:border-hairline max-lg:pt-6">
            {open.criterion === null ? (
              <p className="text-muted">{t('capability.criteria.choose')}</p>
            ) : (
              <>
                <CriterionDetail t={t} page={page} criterion={open.criterion} mayPropose={backlog.mayPropose} />
                <Neighbours t={t} platform={here.platform} of={[open.criterion.id, open.aspect]} />
              </>
            )}
          </div>
        </ScrollToDetail>
      </div>
    </>
  );
}
