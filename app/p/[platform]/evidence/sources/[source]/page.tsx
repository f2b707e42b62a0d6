import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { formatWhen } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { PageHeader } from '../../../../../_ui/page-header.tsx';
import { EvidenceTabs } from '../../evidence-tabs.tsx';
import { CollectionTable } from '../_source/collection-table.tsx';
import { FailureList } from '../_source/failure-list.tsx';
import { SourceActions } from '../_source/source-actions.tsx';
import { SourceState } from '../_source/source-state.tsx';
import { NextRun } from '../_source/source-table.tsx';
import { intervalName, kindName } from '../_source/source-words.ts';
import type { SourceDetail } from '../_source/sources-data.ts';

type Props = { params: Promise<{ platform: string; source: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await found((await api()).sources.read(await params))).name };
}

export default async function SourcePage({ params }: Props) {
  const t = await getText();
  const { platform, source: id } = await params;
  const { sources } = await api();
  const source = await found(sources.read({ platform, source: id }));
  const runs = await found(sources.runs({ platform, source: id }));
  return (
    <>
      <PageHeader title={source.name} about={kindName(t, source.kind)}>
        {source.form === null ? null : (
          <SourceActions
            platform={platform}
            source={{ id, name: source.name, paused: source.state === 'paused', lastRunAt: source.lastRunAt }}
          />
        )}
      </PageHeader>
      <EvidenceTabs platform={platform} current="sources" />
      <SourceFigures source={source} />
      {source.failures.length === 0 ? null : <FailureList failures={source.failures} platform={platform} />}
      <section>
        <h2 className="mb-2 font-semibold">{t('sources.detail.runs')}</h2>
        {runs.length === 0 ? (
          <p className="max-w-xl text-muted">{t('sources.detail.noRuns')}</p>
        ) : (
          <CollectionTable runs={runs} />
        )}
      </section>
    </>
  );
}

async function SourceFigures({ source }: { source: SourceDetail }) {
  const t = await getText();
  const { lastRunAt, newest, intervalMinutes } = source;
  return (
    <div className="mb-8">
      <p className="mb-4">
        <SourceState source={source} />
      </p>
      <dl className="flex flex-wrap gap-x-10 gap-y-4">
        <Fact label={t('sources.lastRun')}>
          {lastRunAt === null ? t('sources.never') : formatWhen(lastRunAt, new Date(), t.locale)}
        </Fact>
        {newest === null ? null : (
          <Fact label={t('sources.detail.newest')}>
            {t('sources.detail.valuesOf', { accepted: newest.accepted, rejected: newest.rejected })}
          </Fact>
        )}
        {source.nextRunAt === null ? null : (
          <Fact label={t('sources.nextRun')}>
            <NextRun source={source} />
          </Fact>
        )}
        <Fact label={t('sources.detail.interval')}>{intervalName(t, intervalMinutes)}</Fact>
      </dl>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
