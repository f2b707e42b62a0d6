import { formatNumber } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import type { Preview } from './import-link.tsx';

/** What a link would claim, aspect by aspect, and what to be careful about. */
export function LinkPreview({ preview: { version, warnings, aspects } }: { preview: Preview }) {
  const t = useText();
  return (
    <section aria-live="polite" className="flex flex-col gap-3">
      {warnings.map((warning) => (
        <Notice key={warning} tone="needs-you">
          {warning}
        </Notice>
      ))}
      <Table label={t('selfAssessment.source.table')}>
        <caption className="pb-2 text-left text-muted">
          {version === null ? t('selfAssessment.source.noVersion') : t('selfAssessment.source.version', { version })}
        </caption>
        <Head>
          <tr>
            <HeadCell>{t('selfAssessment.source.aspect')}</HeadCell>
            <HeadCell numeric>{t('selfAssessment.source.answeredOf')}</HeadCell>
            <HeadCell numeric>{t('selfAssessment.source.mean')}</HeadCell>
            <HeadCell numeric>{t('selfAssessment.source.claim')}</HeadCell>
            <HeadCell numeric>{t('selfAssessment.source.today')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {aspects.map((aspect) => (
            <AspectRow key={aspect.aspect} aspect={aspect} />
          ))}
        </Body>
      </Table>
      <p className="max-w-2xl text-xs text-muted">{t('selfAssessment.source.rounding')}</p>
    </section>
  );
}

type AspectRead = Preview['aspects'][number];

function AspectRow({ aspect }: { aspect: AspectRead }) {
  const t = useText();
  const { name, answered, missing, mean, claimed, before, after } = aspect;
  const list = missing.map((key) => key.split('_').at(-1)).join(', ');
  const unclaimed = t(after === null ? 'selfAssessment.claim.unknown' : 'selfAssessment.source.stays');
  return (
    <Row>
      <Cell>
        {name}
        {answered > 0 && missing.length > 0 ? (
          <span className="block text-xs text-muted">
            {t('selfAssessment.source.missing', { n: missing.length, list })}
          </span>
        ) : null}
      </Cell>
      <Cell numeric>
        {t('selfAssessment.source.answeredWords', { answered, questions: answered + missing.length })}
      </Cell>
      <Cell numeric>{mean === null ? <Words>{t('selfAssessment.source.none')}</Words> : twoDecimals(t, mean)}</Cell>
      <Cell numeric>{claimed === null ? <Words>{unclaimed}</Words> : formatNumber(claimed, t.locale)}</Cell>
      <Cell numeric>
        {before === null ? <Words>{t('selfAssessment.claim.unknown')}</Words> : formatNumber(before, t.locale)}
      </Cell>
    </Row>
  );
}

/** What is no number stands in the type of words. */
const Words = ({ children }: { children: string }) => <span className="font-sans text-muted">{children}</span>;

const twoDecimals = (t: AppText, mean: number) =>
  new Intl.NumberFormat(t.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(mean);
