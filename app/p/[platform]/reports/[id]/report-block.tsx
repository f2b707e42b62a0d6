import type { ReactNode } from 'react';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import type { Block, BlockOf } from '../reports-data.ts';
import { ReportBars } from './report-bars.tsx';
import { ReportMap } from './report-map.tsx';
import { ReportSpread } from './report-spread.tsx';

/** One part of a report, drawn. */
export function ReportBlock({ block, steps }: { block: Block; steps: number }) {
  switch (block.kind) {
    case 'paragraph':
      return <p className="max-w-2xl pb-3">{block.text}</p>;
    case 'lead':
      return <p className="max-w-2xl pb-6 text-lg text-balance">{block.text}</p>;
    case 'list':
      return <ReportList block={block} />;
    case 'facts':
      return <Facts block={block} />;
    case 'table':
      return <ReportTable block={block} />;
    case 'bars':
      return (
        <Figure title={block.title} note={block.note}>
          <ReportBars rows={block.rows} label={block.title} />
        </Figure>
      );
    case 'heat-map':
      return (
        <Figure title={block.title} note={block.note}>
          <ReportMap block={block} steps={steps} />
        </Figure>
      );
    case 'spread':
      return (
        <Figure title={block.title} note={block.note}>
          <ReportSpread block={block} />
        </Figure>
      );
  }
}

function ReportList({ block }: { block: BlockOf<'list'> }) {
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <>
      <h3 className="pt-2 pb-1 font-semibold">{block.title}</h3>
      <List className={`max-w-2xl pb-4 pl-6 ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
        {block.items.map((item) => (
          <li key={item} className="pb-1">
            {item}
          </li>
        ))}
      </List>
    </>
  );
}

function Facts({ block }: { block: BlockOf<'facts'> }) {
  return (
    <dl className="grid grid-cols-1 gap-x-10 gap-y-5 pb-6 sm:grid-cols-2 print:grid-cols-2">
      {block.items.map(({ label, value, note }) => (
        <div key={label} className="flex flex-col border-t border-hairline pt-3">
          <dt className="order-2 font-medium">{label}</dt>
          <dd className="figures order-1 text-xl font-medium">{value}</dd>
          <dd className="order-3 text-xs text-muted">{note}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A figure says its one point in its title. */
function Figure({ title, note, children }: { title: string; note: string; children?: ReactNode }) {
  return (
    <figure className="pb-8">
      <figcaption>
        <h3 className="pb-2 font-semibold">{title}</h3>
      </figcaption>
      {children}
      {note === '' ? null : <p className="pt-2 text-xs text-muted">{note}</p>}
    </figure>
  );
}

function ReportTable({ block }: { block: BlockOf<'table'> }) {
  if (block.rows.length === 0) return <Figure title={block.title} note={block.note} />;
  return (
    <Figure title={block.title} note={block.note}>
      <Table label={block.title} className="text-xs">
        <Head>
          <tr>
            {block.columns.map(({ name, numeric }) => (
              <HeadCell key={name} numeric={numeric}>
                {name}
              </HeadCell>
            ))}
          </tr>
        </Head>
        <Body>
          {block.rows.map((row) => (
            <Row key={row.join()}>
              {row.map((text, index) => (
                <Cell
                  key={block.columns[index]?.name}
                  numeric={block.columns[index]?.numeric ?? false}
                  className={
                    block.columns[index]?.numeric ? 'align-top! whitespace-nowrap' : 'align-top! wrap-break-word'
                  }
                >
                  {text}
                </Cell>
              ))}
            </Row>
          ))}
        </Body>
      </Table>
    </Figure>
  );
}
