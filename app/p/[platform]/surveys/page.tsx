import type { Metadata } from 'next';
import Link from 'next/link';
import { formatDate } from '../../../_messages/format.ts';
import { getText } from '../../../_messages/get-text.ts';
import { api } from '../../../_trpc/server.ts';
import { Badge } from '../../../_ui/badge.tsx';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../_ui/page-header.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../_ui/table.tsx';
import { platformHere } from '../settings/platform-here.ts';
import { bandWords } from './band-words.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('surveys.title') };
}

export default async function SurveysPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { platform } = await params;
  const { editor } = await platformHere(platform);
  const caller = await api();
  const [cycles, { capabilities }] = await Promise.all([
    caller.surveys.list({ platform }),
    caller.surveys.subjects({ platform }),
  ]);
  const names = new Map(capabilities.map(({ key, name }) => [key, name]));
  const add = editor ? (
    <ButtonLink variant="primary" href={`/p/${platform}/surveys/new`}>
      {t('surveys.new')}
    </ButtonLink>
  ) : null;
  if (cycles.length === 0) {
    return (
      <>
        <PageHeader title={t('surveys.title')} about={t('surveys.about')} />
        <EmptyState title={t('surveys.emptyTitle')} action={add}>
          {editor ? t('surveys.empty') : t('surveys.emptyViewer')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('surveys.title')} about={t('surveys.about')}>
        {add}
      </PageHeader>
      <Table label={t('surveys.title')}>
        <Head>
          <tr>
            <HeadCell>{t('surveys.name')}</HeadCell>
            <HeadCell>{t('surveys.state')}</HeadCell>
            <HeadCell>{t('surveys.asks')}</HeadCell>
            <HeadCell numeric>{t('surveys.invited')}</HeadCell>
            <HeadCell>{t('surveys.participation')}</HeadCell>
            <HeadCell>{t('surveys.closes')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {cycles.map((cycle) => (
            <Row key={cycle.id}>
              <Cell>
                <Link className="link" href={`/p/${platform}/surveys/${cycle.id}`}>
                  {cycle.title}
                </Link>
              </Cell>
              <Cell>
                <Badge tone={cycle.state === 'open' ? 'accent' : 'neutral'}>{t(`surveys.${cycle.state}`)}</Badge>
              </Cell>
              <Cell>{cycle.capabilities.map((key) => names.get(key) ?? key).join(', ')}</Cell>
              <Cell numeric>{cycle.invited}</Cell>
              <Cell className="whitespace-nowrap">{cycle.state === 'open' ? bandWords(t, cycle.band) : null}</Cell>
              <Cell className="whitespace-nowrap">{whenOf(cycle, t.locale)}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </>
  );
}

function whenOf({ closesAt, closedAt }: { closesAt: string | null; closedAt: string | null }, locale: string) {
  const at = closedAt ?? closesAt;
  return at === null ? null : formatDate(at, locale);
}
