import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { Cell, Head, HeadCell, Table } from '../../../../_ui/table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('crosswalk.title') };
}

/** Neighbours of this rubric in other models: it points, and converts nothing. */
export default async function CrosswalkPage({ params }: { params: Promise<{ platform: string }> }) {
  const [{ platform }, t, caller] = await Promise.all([params, getText(), api()]);
  const { known, entries } = await found(caller.rubrics.crosswalk({ platform }));
  return (
    <>
      <PageHeader title={t('crosswalk.title')} about={t('crosswalk.about')} />
      {entries.length === 0 ? (
        <EmptyState
          title={t('crosswalk.noneTitle')}
          action={
            <Link className="link" href={`/p/${platform}/rubrics`}>
              {t('rubrics.title')}
            </Link>
          }
        >
          {t(known ? 'crosswalk.none' : 'crosswalk.unknown')}
        </EmptyState>
      ) : (
        <Table label={t('crosswalk.title')}>
          <Head>
            <tr>
              <HeadCell>{t('crosswalk.here')}</HeadCell>
              <HeadCell>{t('crosswalk.model')}</HeadCell>
              <HeadCell>{t('crosswalk.there')}</HeadCell>
              <HeadCell>{t('crosswalk.note')}</HeadCell>
            </tr>
          </Head>
          <tbody>
            {entries.map(({ from, name, model, to, note }) => (
              <tr key={`${from} ${model} ${to}`}>
                <Cell className="align-top font-medium">{name}</Cell>
                <Cell className="align-top">{model}</Cell>
                <Cell className="align-top">{to}</Cell>
                <Cell className="min-w-64 align-top text-muted">{note}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
