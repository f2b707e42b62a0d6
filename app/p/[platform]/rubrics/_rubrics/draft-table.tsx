import Link from 'next/link';
import { formatDateTime } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import type { Drafts } from './rubrics-data.ts';

type Props = { t: AppText; platform: { key: string; timeZone: string }; drafts: Drafts };

/** What is being written here. */
export function DraftTable({ t, platform, drafts }: Props) {
  return (
    <section className="pb-8">
      <h2 className="font-semibold">{t('rubrics.drafts.title')}</h2>
      <p className="pb-2 text-muted">{t(drafts.length === 0 ? 'rubrics.drafts.none' : 'rubrics.drafts.about')}</p>
      {drafts.length === 0 ? null : (
        <Table label={t('rubrics.drafts.title')}>
          <Head>
            <tr>
              <HeadCell>{t('rubrics.drafts.basedOn')}</HeadCell>
              <HeadCell className="w-2/5">{t('rubrics.drafts.saved')}</HeadCell>
              <HeadCell />
            </tr>
          </Head>
          <Body>
            {drafts.map(({ id, basedOn, savedBy, savedAt }) => (
              <Row key={id}>
                <Cell className="figures">{basedOn ?? t('rubrics.drafts.files')}</Cell>
                <Cell>
                  {t('rubrics.drafts.savedBy', {
                    name: savedBy,
                    at: formatDateTime(savedAt, t.locale, platform.timeZone),
                  })}
                </Cell>
                <Cell className="text-right">
                  <Link className="link" prefetch={false} href={`/p/${platform.key}/rubrics/drafts/${id}`}>
                    {t('rubrics.drafts.open')}
                  </Link>
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </section>
  );
}
