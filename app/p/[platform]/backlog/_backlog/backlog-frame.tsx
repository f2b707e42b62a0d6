import type { ReactNode } from 'react';
import { getText } from '../../../../_messages/get-text.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { type Backlog, proposeAddress } from './backlog-data.ts';
import { BacklogTabs } from './backlog-tabs.tsx';

/** What board and table share: the title with its actions, the parts, and what stands here while nothing is planned. */
export async function BacklogFrame({
  backlog,
  current,
  children,
}: {
  backlog: Backlog;
  current: 'board' | 'table';
  children: ReactNode;
}) {
  const t = await getText();
  const { platform, items, mayPropose, mayImport } = backlog;
  const propose = mayPropose ? (
    <ButtonLink variant="primary" href={proposeAddress(platform.key)}>
      {t('backlog.propose')}
    </ButtonLink>
  ) : null;
  const isEmpty = items.length === 0;
  const bringIn = mayImport ? (
    <ButtonLink href={`/p/${platform.key}/backlog/import`}>{t('backlog.file.link')}</ButtonLink>
  ) : null;
  return (
    <>
      <PageHeader title={t('backlog.title')} about={t('backlog.about')}>
        {isEmpty ? null : (
          <ButtonLink href={`/api/backlog/${platform.key}`} prefetch={false}>
            {t('backlog.download')}
          </ButtonLink>
        )}
        {bringIn}
        {isEmpty ? null : propose}
      </PageHeader>
      <BacklogTabs platform={platform.key} current={current} />
      {isEmpty ? (
        <EmptyState
          title={t('backlog.empty.title')}
          action={propose ?? <ButtonLink href={`/p/${platform.key}`}>{t('backlog.empty.look')}</ButtonLink>}
        >
          {t(mayPropose ? 'backlog.empty.text' : 'backlog.empty.viewer')}
        </EmptyState>
      ) : (
        children
      )}
    </>
  );
}
