import { classNames } from '../../../../../_ui/class-names.ts';
import type { Span, TimelineRow } from './timeline-rows.ts';
import { addDays, placeIn, touches, type Window } from './window.ts';

const percent = (share: number) => `${share * 100}%`;

const LOOKS = {
  work: 'bg-level-4',
  wait: 'border border-level-4 forced-color-adjust-none bg-[repeating-linear-gradient(135deg,var(--color-level-3)_0_1px,transparent_1px_4px)]',
  run: 'bg-level-2 forced-colors:border forced-colors:border-level-4 forced-colors:bg-paper',
} as const satisfies Record<Span['kind'], string>;

function Bar({ span, window }: { span: Span; window: Window }) {
  const [start, end] = [placeIn(window, span.from), placeIn(window, addDays(span.to, 1))];
  return (
    <span
      className={classNames('absolute top-2.5 h-4 min-w-1 rounded-sm', LOOKS[span.kind], span.open && 'rounded-r-none')}
      style={{ left: percent(start), width: percent(end - start) }}
    />
  );
}

/** When it is due: an upright line with a flag, filled and with an exclamation mark where that day has passed. */
function Flag({ day, overdue, window }: { day: string; overdue: boolean; window: Window }) {
  return (
    <span className="absolute top-1 h-7" style={{ left: percent(placeIn(window, addDays(day, 1))) }}>
      <span className={classNames('absolute inset-y-0 -left-px w-0.5', overdue ? 'bg-needs-you' : 'bg-ink')} />
      <span
        className={classNames(
          'figures absolute top-0 left-0 flex h-3.5 min-w-2 items-center rounded-r-sm border px-0.5 text-xs leading-none font-semibold',
          overdue ? 'border-needs-you bg-needs-you-soft text-needs-you' : 'border-ink bg-paper',
        )}
      >
        {overdue ? '!' : null}
      </span>
    </span>
  );
}

/** The drawing of one row; the words beside it and the table below say the same. */
export function TimelineTrack({ row, window, today }: { row: TimelineRow; window: Window; today: string }) {
  const { spans, due, overdue, settled } = row;
  return (
    <span aria-hidden="true" className="relative block h-9 overflow-hidden">
      {window.ticks.map((tick) => (
        <span
          key={tick}
          className="absolute inset-y-0 w-px bg-hairline"
          style={{ left: percent(placeIn(window, tick)) }}
        />
      ))}
      {touches(window, today, today) ? (
        <span className="absolute inset-y-0 w-px bg-accent" style={{ left: percent(placeIn(window, today)) }} />
      ) : null}
      {spans
        .filter(({ from, to }) => touches(window, from, to))
        .map((span) => (
          <Bar key={span.kind} span={span} window={window} />
        ))}
      {due !== null && (touches(window, due, due) || (overdue && due < window.from)) ? (
        <Flag day={due} overdue={overdue} window={window} />
      ) : null}
      {settled !== null && touches(window, settled, settled) ? (
        <span
          className="absolute top-2 -ml-1 text-sm leading-5 font-semibold text-ink"
          style={{ left: percent(placeIn(window, addDays(settled, 1))) }}
        >
          {row.state === 'not_confirmed' ? '×' : '✓'}
        </span>
      ) : null}
    </span>
  );
}
