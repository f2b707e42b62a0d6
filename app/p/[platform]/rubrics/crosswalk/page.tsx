import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../../_messages/get-text.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('crosswalk.title') };
}

type Neighbour = { from: string; name: string; to: string; note: string | null; at: string | null };

function Neighbours({ t, model, neighbours }: { t: AppText; model: string; neighbours: Neighbour[] }) {
  return (
    <section>
      <h2 className="pb-2 font-semibold">{model}</h2>
      <Table label={model}>
        <Head>
          <tr>
            <HeadCell className="w-1/5">{t('crosswalk.here')}</HeadCell>
            <HeadCell className="w-1/4">{t('crosswalk.there')}</HeadCell>
            <HeadCell>{t('crosswalk.note')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {neighbours.map(({ from, name, to, note, at }) => (
            <Row key={`${from} ${to} ${at ?? ''}`}>
              <Cell className="font-medium">{name}</Cell>
              <Cell>{to}</Cell>
              <Cell className="min-w-32 text-muted">{note}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </section>
  );
}

/** Neighbours of this rubric in other models, model by model: it points, and converts nothing. */
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
        <div className="flex flex-col gap-8">
          {[...Map.groupBy(entries, ({ model }) => model)].map(([model, neighbours]) => (
            <Neighbours key={model} t={t} model={model} neighbours={neighbours} />
          ))}
        </div>
      )}
    </>
  );
}
