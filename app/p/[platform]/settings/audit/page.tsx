import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { Body, Head, HeadCell, Table } from '../../../../_ui/table.tsx';
import { NotAllowed } from '../not-allowed.tsx';
import { platformHere } from '../platform-here.ts';
import { SectionHeader } from '../section-header.tsx';
import { AuditFilter } from './audit-filter.tsx';
import { AuditRow } from './audit-row.tsx';
import { type AuditSearch, readSearch, searchAddress } from './search.ts';

type Props = { params: Promise<{ platform: string }>; searchParams: Promise<AuditSearch> };

export default async function AuditPage({ params, searchParams }: Props) {
  const t = await getText();
  const { key: platform, admin } = await platformHere((await params).platform);
  if (!admin) return <NotAllowed />;
  const { people } = await api();
  const me = await people.me();
  const search = readSearch(await searchParams);
  const everything = me.admin && search.of === 'all';
  const { action, from, to, cursor } = search;
  const page = await people.listAudit({ platform: everything ? null : platform, action, from, to, cursor });
  return (
    <>
      <SectionHeader title={t('settings.audit.title')} about={t('settings.audit.about')} />
      <AuditFilter search={search} everything={me.admin} />
      {page.items.length === 0 ? (
        <EmptyState title={t('settings.audit.emptyTitle')}>{t('settings.audit.empty')}</EmptyState>
      ) : (
        <Table label={t('settings.audit.title')}>
          <Head>
            <tr>
              <HeadCell>{t('settings.audit.when')}</HeadCell>
              <HeadCell>{t('settings.audit.who')}</HeadCell>
              <HeadCell>{t('settings.audit.what')}</HeadCell>
              <HeadCell>{t('settings.audit.subject')}</HeadCell>
              <HeadCell>{t('settings.audit.detail')}</HeadCell>
            </tr>
          </Head>
          <Body>
            {page.items.map((entry) => (
              <AuditRow key={entry.id} entry={entry} />
            ))}
          </Body>
        </Table>
      )}
      <div className="flex gap-2 pt-4">
        {page.nextCursor ? (
          <ButtonLink href={searchAddress({ ...search, cursor: page.nextCursor })}>
            {t('settings.audit.older')}
          </ButtonLink>
        ) : null}
        {cursor ? (
          <ButtonLink variant="quiet" href={searchAddress({ ...search, cursor: undefined })}>
            {t('settings.audit.newest')}
          </ButtonLink>
        ) : null}
      </div>
    </>
  );
}
