import { shadeOf } from '../../../../_ui/meter-paths.ts';
import type { BlockOf } from '../reports-data.ts';

type Bar = BlockOf<'spread'>['rows'][number]['bars'][number];

const STEPS = [
  'border border-dotted border-line',
  'on-level-1 bg-level-1 forced-colors:border',
  'on-level-2 bg-level-2 forced-colors:border',
  'on-level-3 bg-level-3 forced-colors:border',
  'on-level-4 bg-level-4 forced-colors:border',
] as const;

/** Of each aspect one bar a quarter; a part is as wide as the number of cells at that level. */
export function ReportSpread({ block }: { block: BlockOf<'spread'> }) {
  return (
    <table aria-label={block.title} className="w-full text-xs">
      <tbody>
        {block.rows.map(({ name, bars }) => (
          <tr key={name} className="border-b border-hairline last:border-0">
            <th scope="row" className="w-1/4 py-2 pr-3 text-left font-medium">
              {name}
            </th>
            <td className="py-2">
              {bars.map((bar) => (
                <SpreadBar key={bar.period} bar={bar} />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SpreadBar({ bar: { period, counts, words } }: { bar: Bar }) {
  return (
    <div className="flex items-center gap-3 py-px">
      <span className="figures w-16 shrink-0 text-muted">{period}</span>
      <span className="sr-only">{words}</span>
      <span className="figures flex flex-1 gap-px" aria-hidden="true">
        {counts.map((n, step) =>
          n === 0 ? null : (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the level
              key={step}
              className={`min-w-4 basis-0 text-center leading-5 ${STEPS[shadeOf(step, counts.length - 1)]}`}
              style={{ flexGrow: n }}
            >
              {n}
            </span>
          ),
        )}
      </span>
    </div>
  );
}
