import Link from 'next/link';
import { formatDate } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { type Version, versionPath } from './rubrics-data.ts';

type Props = { t: AppText; platform: string; title: string; versions: readonly Version[]; current: string | null };

function Users({ t, version }: { t: AppText; version: Version }) {
  const others = version.usedBy.map(({ name }) => name).join(', ');
  if (!version.inUse) return others === '' ? <span className="text-muted">{t('rubrics.nobody')}</span> : others;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone="accent">{t('rubrics.inUse')}</Badge>
      {others}
    </span>
  );
}

function originOf(t: AppText, { published }: Version): string {
  if (published === null) return t('rubrics.shipped');
  return t('rubrics.publishedBy', {
    name: published.publishedBy,
    day: formatDate(published.publishedAt, t.locale),
  });
}

/** The versions of one rubric, the newest first, with who is scored by each. */
export function VersionTable({ t, platform, title, versions, current }: Props) {
  return (
    <section className="pb-8">
      <h2 className="pb-2 font-semibold">{title}</h2>
      <Table label={title}>
        <Head>
          <tr>
            <HeadCell>{t('rubrics.version')}</HeadCell>
            <HeadCell numeric>{t('rubrics.criteria')}</HeadCell>
            <HeadCell className="w-2/5">{t('rubrics.usedBy')}</HeadCell>
            <HeadCell>{t('rubrics.origin')}</HeadCell>
            <HeadCell />
          </tr>
        </Head>
        <Body>
          {versions.map((version) => (
            <Row key={version.name}>
              <Cell>
                <Link className="link figures" prefetch={false} href={versionPath(platform, version.name)}>
                  {version.version}
                </Link>
              </Cell>
              <Cell numeric>{version.criteria}</Cell>
              <Cell>
                <Users t={t} version={version} />
              </Cell>
              <Cell className="text-muted">
                <span className="whitespace-nowrap">{originOf(t, version)}</span>
                {version.shadows ? <p>{t('rubrics.shippedOther')}</p> : null}
              </Cell>
              <Cell className="text-right whitespace-nowrap">
                {current === null || version.inUse ? null : (
                  <Link
                    className="link"
                    prefetch={false}
                    title={t('rubrics.differs')}
                    href={`/p/${platform}/rubrics/compare?from=${current}&to=${version.name}`}
                  >
                    {t('rubrics.differsShort')}
                  </Link>
                )}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </section>
  );
}
