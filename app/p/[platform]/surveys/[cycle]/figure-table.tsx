import { formatNumber, formatPercent } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { answersWords } from './answers-words.ts';
import type { ResultQuestion, ResultSlice } from './cycle-shape.ts';
import { HiddenPattern } from './hidden-pattern.tsx';
import { IntervalBar } from './interval-bar.tsx';

/** One figure with its interval for everybody and each team: favourability, or points. */
export async function FigureTable({ question }: { question: ResultQuestion }) {
  const t = await getText();
  const isPoints = question.slices.some(({ mean }) => mean !== null);
  const hasChange = question.slices.some(({ change }) => change !== null);
  return (
    <section>
      <h3 className="font-medium">{question.text}</h3>
      <p className="mb-1 text-xs text-muted">
        {t(isPoints ? 'surveys.results.usability' : 'surveys.results.agreement')}
      </p>
      <Table label={question.text}>
        <Head>
          <tr>
            <HeadCell>{t('surveys.results.group')}</HeadCell>
            <HeadCell numeric>{t('surveys.results.answers')}</HeadCell>
            <HeadCell numeric>{t(isPoints ? 'surveys.results.points' : 'surveys.results.favourable')}</HeadCell>
            <HeadCell numeric>{t('surveys.results.interval')}</HeadCell>
            {hasChange ? <HeadCell>{t('surveys.results.change')}</HeadCell> : null}
            <HeadCell className={hasChange ? 'w-1/5' : 'w-1/3'}>
              <span className="sr-only">{t('surveys.results.interval')}</span>
            </HeadCell>
          </tr>
        </Head>
        <Body>
          {question.slices.map((slice) => (
            <SliceRow key={slice.audience} slice={slice} {...{ t, isPoints, hasChange }} />
          ))}
        </Body>
      </Table>
    </section>
  );
}

type RowProps = { t: AppText; slice: ResultSlice; isPoints: boolean; hasChange: boolean };

function SliceRow({ t, slice, isPoints, hasChange }: RowProps) {
  const figure = slice.favourable ?? slice.mean;
  const name = <Cell className="min-w-24 sm:whitespace-nowrap">{slice.name ?? t('surveys.results.everybody')}</Cell>;
  if (figure === null) {
    return (
      <Row>
        {name}
        <Cell colSpan={hasChange ? 5 : 4} className="text-muted">
          <span className="flex items-center gap-2">
            <HiddenPattern className="h-4 w-full" />
            <span className="shrink-0 text-xs">{t('surveys.results.hiddenTitle')}</span>
          </span>
        </Cell>
      </Row>
    );
  }
  const say = (value: number) => (isPoints ? formatNumber(value, t.locale, 0) : formatPercent(value, t.locale));
  const scale = isPoints ? 100 : 1;
  // a mean's interval may reach beyond the ends of the scale; nobody's answer does
  const [low, high] = [Math.max(0, figure.low), Math.min(scale, figure.high)];
  return (
    <Row>
      {name}
      <Cell numeric className="whitespace-nowrap">
        {answersWords(t, slice)}
      </Cell>
      <Cell numeric>{say(figure.estimate)}</Cell>
      <Cell numeric className="whitespace-nowrap text-muted">
        {t('surveys.results.range', { low: say(low), high: say(high) })}
      </Cell>
      {hasChange ? <ChangeCell t={t} change={slice.change} isPoints={isPoints} /> : null}
      <Cell>
        <IntervalBar low={low / scale} estimate={figure.estimate / scale} high={high / scale} />
      </Cell>
    </Row>
  );
}

type ChangeProps = { t: AppText; change: ResultSlice['change']; isPoints: boolean };

/** How far a figure moved since the cycle before, and whether chance would do the same. In points either way. */
function ChangeCell({ t, change, isPoints }: ChangeProps) {
  if (change === null) return <Cell />;
  const say = (value: number) => {
    const points = formatNumber(Math.abs(value) * (isPoints ? 1 : 100), t.locale, 0);
    return points === '0' ? points : `${value > 0 ? '+' : '−'}${points}`;
  };
  const { estimate, low, high, clear } = change;
  return (
    <Cell className="whitespace-nowrap">
      <span className="figures">
        {t('surveys.results.changeOf', { change: say(estimate), low: say(low), high: say(high) })}
      </span>
      <span className="block text-xs text-muted">
        {t(clear ? 'surveys.results.changeClear' : 'surveys.results.changeUnclear')}
      </span>
    </Cell>
  );
}
