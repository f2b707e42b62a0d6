import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../../_messages/get-text.ts';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { History } from '../_backlog/history.tsx';
import { ItemActions } from '../_backlog/item-actions.tsx';
import { ItemCriteria } from '../_backlog/item-criteria.tsx';
import { ItemEffects, ItemFacts } from '../_backlog/item-facts.tsx';
import { readItem } from '../_backlog/read-item.ts';
import { StateBadge } from '../_backlog/state-badge.tsx';
import { IssuePanel } from '../_issue/issue-panel.tsx';

type Props = { params: Promise<{ platform: string; improvement: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { item } = await readItem(await params);
  return { title: item.title };
}

export default async function ImprovementPage({ params }: Props) {
  const [open, t] = await Promise.all([readItem(await params), getText()]);
  const { item, platform } = open;
  return (
    <>
      <p className="pb-1 text-xs">
        <Link className="link" href={`/p/${platform.key}/backlog`}>
          {t('backlog.item.back')}
        </Link>
      </p>
      <PageHeader title={item.title} about={<StateBadge t={t} state={item.state} />}>
        <ItemActions platform={platform.key} item={item} />
      </PageHeader>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-8">
          <ItemEffects t={t} open={open} />
          <section>
            <h2 className="border-b border-hairline pb-1 font-semibold">{t('backlog.item.criteria')}</h2>
            <ItemCriteria t={t} open={open} />
          </section>
          {item.notes === '' ? null : (
            <section>
              <h2 className="pb-1 font-semibold">{t('backlog.item.notes')}</h2>
              <p className="max-w-prose whitespace-pre-wrap">{item.notes}</p>
            </section>
          )}
        </div>
        <div className="grid content-start gap-8">
          <ItemFacts t={t} open={open} />
          <IssuePanel platform={platform} improvement={item.id} />
          <section>
            <h2 className="pb-1 font-semibold">{t('backlog.item.history')}</h2>
            <History t={t} open={open} />
          </section>
        </div>
      </div>
    </>
  );
}
