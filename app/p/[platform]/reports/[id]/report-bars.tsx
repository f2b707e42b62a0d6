import type { BlockOf } from '../reports-data.ts';

const WIDTH = 200;
const x = (share: number) => Math.round(share * WIDTH * 10) / 10;

/** Shares as bars with their range as a thin line; the words beside them say the same. */
export function ReportBars({ rows, label }: { rows: BlockOf<'bars'>['rows']; label: string }) {
  return (
    <table aria-label={label} className="w-full text-xs">
      <tbody>
        {rows.map(({ name, value, low, high, words }) => (
          <tr key={name} className="border-b border-hairline last:border-0">
            <th scope="row" className="w-1/3 py-1.5 pr-3 text-left font-medium">
              {name}
            </th>
            <td className="py-1.5">
              <svg viewBox={`0 0 ${WIDTH} 12`} className="h-3 w-full" preserveAspectRatio="none" aria-hidden="true">
                <path d={`M0 6H${WIDTH}`} className="stroke-hairline" />
                {value === null ? null : <path d={`M0 2H${x(value)}V10H0z`} className="fill-level-3" />}
                {low === null || high === null || low === high ? null : (
                  <path d={`M${x(low)} 6H${x(high)}`} className="stroke-ink stroke-[1.2]" />
                )}
              </svg>
            </td>
            <td className="figures py-1.5 pl-3 text-right whitespace-nowrap">{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
