import Link from 'next/link';
import type { View } from '#rubrics/scoring/gaps.ts';
import { formatNumber, formatPercent } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../_ui/table.tsx';
import type { GapCell, Gaps } from './gaps-data.ts';

const VIEWS = ['claimed', 'felt', 'measured'] as const satisfies readonly View[];

function ViewCell({ t, cell, view }: { t: AppText; cell: GapCell; view: View }) {
  const level = cell[view];
  const coverage = view === 'claimed' ? null : view === 'felt' ? cell.feltCoverage : cell.measuredCoverage;
  if (level === null) return <Cell className="text-muted">{t('gaps.table.unknown')}</Cell>;
  return (
    <Cell>
      <span className="figures">{formatNumber(level, t.locale, 1)}</span>
      {coverage === null ? null : (
        <span className="ml-2 text-xs text-muted">
          {t('gaps.table.covered', { coverage: formatPercent(coverage, t.locale) })}
        </span>
      )}
    </Cell>
  );
}

/** Every cell of which anything is claimed, felt or measured. */
export function GapTable({ t, read }: { t: AppText; read: Gaps }) {
  const aspects = new Map(read.aspects.map(({ key, name }) => [key, name]));
  return (
    <section className="pt-8">
      <h2 className="mb-2 font-semibold">{t('gaps.table.title')}</h2>
      <Table label={t('gaps.table.title')} className="min-w-160">
        <Head>
          <tr>
            <HeadCell>{t('gaps.table.capability')}</HeadCell>
            <HeadCell>{t('gaps.table.aspect')}</HeadCell>
            {VIEWS.map((view) => (
              <HeadCell key={view}>{t(`gaps.views.${view}`)}</HeadCell>
            ))}
            <HeadCell>{t('gaps.table.finding')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {read.cells.map((cell) => (
            <Row key={`${cell.capability} ${cell.aspect}`}>
              <Cell>
                <Link
                  href={`/p/${read.platform.key}/capabilities/${cell.capability}?aspect=${cell.aspect}`}
                  prefetch={false}
                  className="hover:underline hover:underline-offset-3"
                >
                  {cell.capabilityName}
                </Link>
              </Cell>
              <Cell>{aspects.get(cell.aspect) ?? cell.aspect}</Cell>
              {VIEWS.map((view) => (
                <ViewCell key={view} t={t} cell={cell} view={view} />
              ))}
              <Cell>
                {cell.gaps.length === 0
                  ? null
                  : t('gaps.findings.size', { n: Math.max(...cell.gaps.map(({ size }) => size)) })}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
      {read.silent === 0 ? null : (
        <p className="pt-2 text-xs text-muted">{t('gaps.table.silent', { n: read.silent })}</p>
      )}
    </section>
  );
}
