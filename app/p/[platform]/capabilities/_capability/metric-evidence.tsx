import { ChartFrame } from '../../../../_charts/chart-frame.tsx';
import { NumberLine } from '../../../../_charts/number-line.tsx';
import { Sparkline } from '../../../../_charts/sparkline.tsx';
import { formatDate } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import type { Criterion, Metric } from './capability-data.ts';
import { ageWords, needWords, quantity, wantedWords } from './capability-words.ts';

type History = Criterion['histories'][number];

function factsOf(t: AppText, leaf: Metric): string[] {
  const window = t('capability.window', {
    from: formatDate(leaf.window.from, t.locale),
    to: formatDate(leaf.window.to, t.locale),
  });
  return [
    leaf.n === null ? null : t('capability.samples', { n: leaf.n }),
    leaf.statistic === 'latest' ? null : window,
    ageWords(t, leaf),
    t('capability.maxAge', { n: leaf.maxAgeDays }),
    leaf.sources.every((source) => source === '') ? null : t('capability.source', { sources: leaf.sources.join(', ') }),
    leaf.moreSamples === null ? null : t('capability.moreSamples', { n: leaf.moreSamples }),
  ].filter((words) => words !== null);
}

/** A sum or a count of the window says nothing about a single day. */
const holdsDaily = ({ statistic }: Metric) => statistic !== 'sum' && statistic !== 'count';

function Daily({ t, leaf, history }: { t: AppText; leaf: Metric; history: History }) {
  const table = (
    <Table label={t('capability.daily')}>
      <Head>
        <tr>
          <HeadCell>{t('charts.day')}</HeadCell>
          <HeadCell numeric>{t('capability.value')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {history.toReversed().map(({ day, value }) => (
          <Row key={day}>
            <Cell>{formatDate(day, t.locale)}</Cell>
            <Cell numeric>{quantity(t, leaf, value)}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
  return (
    <div className="mt-2">
      <ChartFrame t={t} title={t('capability.daily')} unit={holdsDaily(leaf) ? wantedWords(t, leaf) : ''} table={table}>
        <Sparkline points={history} window={leaf.window} threshold={holdsDaily(leaf) ? leaf.threshold : null} />
      </ChartFrame>
    </div>
  );
}

/** What a metric leaf saw: its value against its threshold, its days, and where the values come from. */
export function MetricEvidence({
  t,
  leaf,
  criterion,
  history,
}: {
  t: AppText;
  leaf: Metric;
  criterion: Criterion;
  history: History;
}) {
  const title = t(`capability.statistics.${leaf.statistic}`, {
    metric: criterion.names[leaf.metric] ?? leaf.metric,
    denominator: criterion.names[leaf.denominator ?? ''] ?? '',
    label: leaf.label ?? '',
  });
  return (
    <div>
      <p className="font-medium">{title}</p>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2">
        <span className={leaf.value === null ? undefined : 'figures text-base'}>
          {leaf.value === null ? t('capability.noValue') : quantity(t, leaf, leaf.value)}
        </span>
        <span className="text-muted">{needWords(t, leaf, criterion)}</span>
      </p>
      <NumberLine value={leaf.value} interval={null} op={leaf.op} threshold={leaf.threshold} unit={leaf.unit} />
      {leaf.sourceError === null ? null : (
        <p className="text-xs text-broken">
          {t('capability.sourceError', {
            day: formatDate(leaf.sourceError.since, t.locale),
            message: leaf.sourceError.message,
          })}
        </p>
      )}
      <p className="text-xs text-muted">{factsOf(t, leaf).join(' · ')}</p>
      {history.length < 2 ? null : <Daily t={t} leaf={leaf} history={history} />}
    </div>
  );
}
