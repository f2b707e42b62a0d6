import { useText } from '../../../../../_messages/use-text.tsx';
import { Badge } from '../../../../../_ui/badge.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import type { Preview } from './file-kind.ts';

/** What a file would do, before anything is stored. */
export function FilePreview({ preview }: { preview: Preview }) {
  const t = useText();
  const { add, change, same, bad } = preview;
  return (
    <>
      {bad === 0 ? (
        <Notice live title={t('catalogue.file.summary', { add, change, same })}>
          {add + change === 0 ? t('catalogue.file.nothing') : null}
        </Notice>
      ) : (
        <Notice live tone="needs-you" title={t('catalogue.file.bad', { n: bad })}>
          {t('catalogue.file.mend')}
        </Notice>
      )}
      <Problems preview={preview} />
      <Changes preview={preview} />
    </>
  );
}

function Problems({ preview: { problems, problemCount } }: { preview: Preview }) {
  const t = useText();
  if (problems.length === 0) return null;
  return (
    <section>
      <h3 className="mb-2 font-semibold">{t('catalogue.file.problems')}</h3>
      <Table label={t('catalogue.file.problems')}>
        <Head>
          <tr>
            <HeadCell numeric>{t('catalogue.file.row')}</HeadCell>
            <HeadCell>{t('catalogue.file.column')}</HeadCell>
            <HeadCell className="w-full">{t('catalogue.file.problem')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {problems.map(({ row, column, reason }) => (
            <Row key={`${row} ${column} ${reason}`}>
              <Cell numeric>{row}</Cell>
              <Cell className="figures">{column}</Cell>
              <Cell className="min-w-60 break-words">{reason}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
      <More n={problemCount - problems.length} />
    </section>
  );
}

function Changes({ preview: { rows, add, change } }: { preview: Preview }) {
  const t = useText();
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className="mb-2 font-semibold">{t('catalogue.file.changes')}</h3>
      <Table label={t('catalogue.file.changes')}>
        <Head>
          <tr>
            <HeadCell numeric>{t('catalogue.file.row')}</HeadCell>
            <HeadCell>{t('catalogue.file.subject')}</HeadCell>
            <HeadCell className="w-full">{t('catalogue.file.change')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {rows.map(({ row, subject, isNew, changes }) => (
            <Row key={row}>
              <Cell numeric>{row}</Cell>
              <Cell className="figures whitespace-nowrap">
                {subject} {isNew ? <Badge tone="accent">{t('catalogue.file.isNew')}</Badge> : null}
              </Cell>
              <Cell className="min-w-60 break-words">
                {changes
                  .filter(({ to }) => to !== subject)
                  .map((one) => (
                    <ChangeLine key={one.column} change={one} />
                  ))}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
      <More n={add + change - rows.length} />
    </section>
  );
}

function ChangeLine({ change }: { change: Preview['rows'][number]['changes'][number] }) {
  const t = useText();
  const form = change.from === '' ? 'added' : change.to === '' ? 'cleared' : 'from';
  return <span className="block">{t(`catalogue.file.${form}`, change)}</span>;
}

function More({ n }: { n: number }) {
  const t = useText();
  return n > 0 ? <p className="mt-2 text-muted">{t('catalogue.file.more', { n })}</p> : null;
}
