import Link from 'next/link';
import type { AppText } from '../../../../../_messages/registry.ts';
import type { TimelineRow } from './timeline-rows.ts';
import { TimelineTrack } from './timeline-track.tsx';
import { dueText, rowAddress, stateWords } from './timeline-words.ts';
import { placeIn, type Window } from './window.ts';

type Props = { t: AppText; platform: string; rows: TimelineRow[]; window: Window; today: string };

/** The first day of each week, or each month, as far apart as words need. */
function Axis({ t, window }: { t: AppText; window: Window }) {
  const format = new Intl.DateTimeFormat(t.locale, {
    ...(window.scale === 'weeks' ? { day: 'numeric', month: 'short' } : { month: 'short', year: '2-digit' }),
    timeZone: 'UTC',
  });
  return (
    <div aria-hidden="true" className="relative h-5 text-xs text-muted">
      {window.ticks.map((tick, index) =>
        index % 2 === 0 ? (
          <span
            key={tick}
            className={index % 4 === 0 ? 'absolute whitespace-nowrap' : 'absolute whitespace-nowrap max-sm:hidden'}
            style={{ left: `${placeIn(window, tick) * 100}%` }}
          >
            {format.format(new Date(tick))}
          </span>
        ) : null,
      )}
    </div>
  );
}

/** Campaigns and improvements in time: one row each, its words to the left, on a narrow screen above. */
export function TimelineChart({ t, platform, rows, window, today }: Props) {
  return (
    <div>
      <div className="sm:grid sm:grid-cols-[14rem_minmax(0,1fr)] sm:gap-x-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <span />
        <Axis t={t} window={window} />
      </div>
      <ul aria-label={t('backlog.timeline')} className="border-t border-hairline">
        {rows.map((row) => (
          <li
            key={row.id}
            className="border-b border-hairline py-0.5 sm:grid sm:grid-cols-[14rem_minmax(0,1fr)] sm:items-center sm:gap-x-4 lg:grid-cols-[20rem_minmax(0,1fr)]"
          >
            <span className="min-w-0 py-0.5">
              <Link
                href={rowAddress(platform, row)}
                prefetch={false}
                className="block truncate font-medium hover:underline hover:underline-offset-3"
              >
                {row.title}
              </Link>
              <span className="block truncate text-xs text-muted">
                {row.kind === 'campaign' ? `${t('campaigns.columns.name')} · ` : null}
                {stateWords(t, row)}
                {row.due === null ? null : (
                  <span className={row.overdue ? 'font-medium text-needs-you' : undefined}> · {dueText(t, row)}</span>
                )}
              </span>
            </span>
            <TimelineTrack row={row} window={window} today={today} />
          </li>
        ))}
      </ul>
    </div>
  );
}
