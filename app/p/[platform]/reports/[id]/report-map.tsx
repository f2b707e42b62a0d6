import { Meter } from '../../../../_ui/meter.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import type { BlockOf } from '../reports-data.ts';

/** The heat map; where there was a quarter before, its meter stands pale beside this one's. */
export function ReportMap({ block, steps }: { block: BlockOf<'heat-map'>; steps: number }) {
  return (
    <Table label={block.title} className="text-xs">
      <Head>
        <tr>
          {['', ...block.aspects].map((name) => (
            <HeadCell key={name}>{name}</HeadCell>
          ))}
        </tr>
      </Head>
      <Body>
        {block.rows.map(({ name, cells }) => (
          <Row key={name}>
            <th scope="row" className="pr-2 text-left font-medium">
              {name}
            </th>
            {cells.map(({ now, before }, index) => (
              <Cell key={block.aspects[index]}>
                <span className="inline-flex">
                  {before === null ? null : (
                    <span className="opacity-45 forced-colors:opacity-100">
                      <Meter cell={before} steps={steps} label={`${block.periods.before}: ${before.words}`} />
                    </span>
                  )}
                  <Meter
                    cell={now}
                    steps={steps}
                    label={before === null ? now.words : `${block.periods.now}: ${now.words}`}
                  />
                </span>
              </Cell>
            ))}
          </Row>
        ))}
      </Body>
    </Table>
  );
}
