import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { platformHere } from '../../settings/platform-here.ts';
import { EvidenceTabs } from '../evidence-tabs.tsx';
import { ClaimTable } from './claim-table.tsx';

type Props = { params: Promise<{ platform: string }>; searchParams: Promise<{ show?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('evidence.tabClaims') };
}

export default async function AttestationsPage({ params, searchParams }: Props) {
  const t = await getText();
  const { key: platform, editor } = await platformHere((await params).platform);
  const all = (await searchParams).show === 'all';
  const claims = await found((await api()).evidence.listClaims({ platform }));
  const shown = all ? claims : claims.filter(({ review }) => review === 'awaiting');
  return (
    <>
      <PageHeader title={t('evidence.tabClaims')} about={t('evidence.claims.about')} />
      <EvidenceTabs platform={platform} current="attestations" />
      <nav aria-label={t('evidence.claims.filter')} className="mb-4 flex gap-4">
        <Filter href={`/p/${platform}/evidence/attestations`} current={!all} label={t('evidence.claims.awaiting')} />
        <Filter href={`/p/${platform}/evidence/attestations?show=all`} current={all} label={t('evidence.claims.all')} />
      </nav>
      {shown.length === 0 ? (
        <EmptyState title={t(all ? 'evidence.claims.emptyAllTitle' : 'evidence.claims.emptyTitle')}>
          {t(all ? 'evidence.claims.emptyAll' : 'evidence.claims.empty')}
        </EmptyState>
      ) : (
        <ClaimTable claims={shown} editor={editor} />
      )}
    </>
  );
}

function Filter({ href, current, label }: { href: string; current: boolean; label: string }) {
  return (
    <Link href={href} aria-current={current ? 'true' : undefined} className={current ? 'font-medium text-ink' : 'link'}>
      {label}
    </Link>
  );
}
