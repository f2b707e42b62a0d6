import Link from 'next/link';
import { formatDate, formatNumber } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import { formatPoints } from '../../_backlog/backlog-words.ts';
import { StateBadge } from '../../_backlog/state-badge.tsx';
import type { Ledger } from './ledger-data.ts';
import { errorWords, ratioWords } from './ledger-words.ts';

const QUARTER_COLUMNS = ['settled', 'verified', 'predicted', 'measured', 'ratio', 'error'] as const;

/** Calibration by the quarter in which improvements were settled. */
export function QuarterTable({ t, ledger }: { t: AppText; ledger: Ledger }) {
  const few = <span className="font-sans text-muted">{t('ledger.notSaid')}</span>;
  return (
    <section className="mb-8">
      <h2 className="pb-1 font-semibold">{t('ledger.quarters')}</h2>
      <Table label={t('ledger.quarters')} className="min-w-160">
        <Head>
          <tr>
            <HeadCell>{t('ledger.columns.period')}</HeadCell>
            {QUARTER_COLUMNS.map((column) => (
              <HeadCell key={column} numeric>
                {t(`ledger.columns.${column}`)}
              </HeadCell>
            ))}
          </tr>
        </Head>
        <Body>
          {ledger.quarters.map((quarter) => {
            const error = errorWords(t, quarter);
            return (
              <Row key={quarter.period}>
                <Cell className="figures">{quarter.period}</Cell>
                <Cell numeric>{quarter.settled}</Cell>
                <Cell numeric>{quarter.verified}</Cell>
                <Cell numeric>{quarter.compared === 0 ? null : formatPoints(quarter.predicted, t.locale)}</Cell>
                <Cell numeric>{quarter.compared === 0 ? null : formatPoints(quarter.measured, t.locale)}</Cell>
                <Cell numeric>{ratioWords(t, quarter) ?? few}</Cell>
                <Cell numeric>
                  {error === null ? few : error.value}
                  {error === null ? null : <span className="block text-xs text-muted">{error.interval}</span>}
                </Cell>
              </Row>
            );
          })}
        </Body>
      </Table>
    </section>
  );
}

/** Actual over estimated days, or the one of the two that is known. */
function effortText(t: AppText, { effortDays, actualDays }: Ledger['items'][number]): string | null {
  const days = (value: number) => formatNumber(value, t.locale, 1);
  if (effortDays === null) return actualDays === null ? null : t('ledger.actualOnly', { actual: days(actualDays) });
  if (actualDays === null) return t('ledger.estimatedOnly', { estimated: days(effortDays) });
  return t('ledger.effortValue', { actual: days(actualDays), estimated: days(effortDays) });
}

/** Every improvement that was settled, predicted beside measured. What is not known is an empty cell. */
export function LedgerTable({ t, ledger }: { t: AppText; ledger: Ledger }) {
  const { platform, items } = ledger;
  const points = (value: number | null) => (value === null ? null : formatPoints(value, t.locale));
  return (
    <section>
      <h2 className="pb-1 font-semibold">{t('ledger.items')}</h2>
      <Table label={t('ledger.items')} className="min-w-160">
        <Head>
          <tr>
            <HeadCell>{t('ledger.columns.title')}</HeadCell>
            <HeadCell>{t('ledger.columns.state')}</HeadCell>
            <HeadCell>{t('ledger.columns.on')}</HeadCell>
            <HeadCell numeric>{t('ledger.columns.predicted')}</HeadCell>
            <HeadCell numeric>{t('ledger.columns.measured')}</HeadCell>
            <HeadCell numeric>{t('ledger.effort')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {items.map((item) => (
            <Row key={item.id}>
              <Cell className="min-w-56">
                <Link
                  href={`/p/${platform.key}/backlog/${item.id}`}
                  prefetch={false}
                  className="hover:underline hover:underline-offset-3"
                >
                  {item.title}
                </Link>
              </Cell>
              <Cell>
                <StateBadge t={t} state={item.state} />
              </Cell>
              <Cell className="whitespace-nowrap">{formatDate(item.settledAt, t.locale, platform.timeZone)}</Cell>
              <Cell numeric>{points(item.predicted)}</Cell>
              <Cell numeric>{points(item.measured)}</Cell>
              <Cell numeric>{effortText(t, item)}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </section>
  );
}
