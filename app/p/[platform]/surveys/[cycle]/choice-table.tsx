import { formatPercent } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { answersWords } from './answers-words.ts';
import type { ResultQuestion, ResultSlice } from './cycle-shape.ts';
import { HiddenPattern } from './hidden-pattern.tsx';

/** The share of each option, one column for everybody and each team. */
export async function ChoiceTable({ question }: { question: ResultQuestion }) {
  const t = await getText();
  const options = question.slices.find((slice) => slice.options !== null)?.options ?? [];
  return (
    <section>
      <h3 className="font-medium">{question.text}</h3>
      <p className="mb-1 text-xs text-muted">{t('surveys.results.choice')}</p>
      <Table label={question.text}>
        <Head>
          <tr>
            <HeadCell>
              <span className="sr-only">{question.text}</span>
            </HeadCell>
            {question.slices.map((slice) => (
              <HeadCell key={slice.audience} className="min-w-28">
                {slice.name ?? t('surveys.results.everybody')}
              </HeadCell>
            ))}
          </tr>
        </Head>
        <Body>
          {options.map(({ key, text }) => (
            <Row key={key}>
              <Cell className="min-w-32 sm:whitespace-nowrap">{text}</Cell>
              {question.slices.map((slice) => (
                <ShareCell key={slice.audience} t={t} slice={slice} option={key} />
              ))}
            </Row>
          ))}
          <Row>
            <Cell className="text-muted">{t('surveys.results.answers')}</Cell>
            {question.slices.map((slice) => (
              <Cell key={slice.audience} className="figures whitespace-nowrap text-muted">
                {answersWords(t, slice)}
              </Cell>
            ))}
          </Row>
        </Body>
      </Table>
    </section>
  );
}

function ShareCell({ t, slice, option }: { t: AppText; slice: ResultSlice; option: string }) {
  const share = slice.options?.find(({ key }) => key === option)?.share;
  if (share === undefined) {
    return (
      <Cell>
        <HiddenPattern className="h-4 w-full" />
        <span className="sr-only">{t('surveys.results.hiddenTitle')}</span>
      </Cell>
    );
  }
  return (
    <Cell>
      <span className="flex items-center gap-2">
        <span className="figures w-11 shrink-0 text-right">{formatPercent(share, t.locale)}</span>
        <span aria-hidden="true" className="h-2 grow">
          <span className="block h-2 rounded-sm bg-level-2" style={{ width: `${share * 100}%` }} />
        </span>
      </span>
    </Cell>
  );
}
