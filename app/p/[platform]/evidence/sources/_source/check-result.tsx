'use client';

import { formatValue } from '../../../../../_messages/format.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import type { Checked, SourceForm } from './sources-data.ts';

type Part = Checked['parts'][number];
type Props = { checked: Checked; metrics: SourceForm['metrics'] };

/** What each query answered, before anything is stored. */
export function CheckResult({ checked, metrics }: Props) {
  const t = useText();
  return (
    <section aria-live="polite" className="flex flex-col gap-4">
      <h2 className="font-semibold">{t('sources.checked.title')}</h2>
      {checked.parts.map((part) => (
        <div key={part.name} className="flex flex-col gap-2">
          <h3 className="font-medium">{part.name}</h3>
          <PartResult part={part} />
          {part.values.length === 0 ? null : <Values part={part} metrics={metrics} />}
        </div>
      ))}
    </section>
  );
}

function PartResult({ part: { taken, refused, problem, detail } }: { part: Part }) {
  const t = useText();
  if (taken === 0 && refused === 0) {
    return problem === null ? (
      <Notice tone="needs-you">{t('sources.checked.nothing')}</Notice>
    ) : (
      <Notice tone="broken">
        {problem} {detail}
      </Notice>
    );
  }
  return (
    <>
      {taken > 0 ? <p>{t('sources.checked.taken', { n: taken })}</p> : null}
      {refused > 0 ? (
        <Notice tone="needs-you">{t('sources.checked.refused', { n: refused, problem: problem ?? '' })}</Notice>
      ) : null}
    </>
  );
}

function Values({ part, metrics }: { part: Part; metrics: Props['metrics'] }) {
  const t = useText();
  const dimension = metrics.find(({ key }) => key === part.metric)?.dimension ?? 'count';
  return (
    <Table label={part.name}>
      <Head>
        <tr>
          <HeadCell>{t('sources.checked.subject')}</HeadCell>
          <HeadCell numeric>{t('sources.checked.value')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {part.values.map(({ capability, team, labels, value }) => (
          <Row key={JSON.stringify([capability, team, labels])}>
            <Cell>
              {[
                capability ?? t('sources.form.wholePlatform'),
                ...(team === null ? [] : [t('sources.checked.team', { team })]),
                ...Object.entries(labels).map(([name, text]) => `${name} ${text}`),
              ].join(' · ')}
            </Cell>
            <Cell numeric>{formatValue(value, dimension, t.locale)}</Cell>
          </Row>
        ))}
        {part.taken > part.values.length ? (
          <Row>
            <Cell colSpan={2} className="text-muted">
              {t('sources.checked.more', { n: part.taken - part.values.length })}
            </Cell>
          </Row>
        ) : null}
      </Body>
    </Table>
  );
}
