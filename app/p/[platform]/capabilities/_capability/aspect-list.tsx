import Link from 'next/link';
import type { AppText } from '../../../../_messages/registry.ts';
import { classNames } from '../../../../_ui/class-names.ts';
import { Meter } from '../../../../_ui/meter.tsx';
import { meterWords } from '../../../../_ui/meter-words.ts';
import { addressOf, type Capability } from './capability-data.ts';
import { cellSentence } from './capability-words.ts';

/** The five aspects of a capability, each with its meter and one sentence. */
export function AspectList({ t, page }: { t: AppText; page: Capability }) {
  return (
    <nav aria-label={t('capability.aspects')}>
      <ul className="border-y border-hairline">
        {page.cells.map((cell) => {
          const aspect = page.aspects.find(({ key }) => key === cell.aspect);
          const current = page.open?.aspect === cell.aspect;
          return (
            <li key={cell.aspect} className="border-b border-hairline last:border-0">
              <Link
                href={addressOf(page, { aspect: cell.aspect })}
                scroll={false}
                aria-current={current ? 'true' : undefined}
                className={classNames(
                  'flex min-h-13 items-center gap-3 rounded-sm px-2 py-1.5 -outline-offset-2',
                  current ? 'bg-accent-soft forced-colors:outline-2' : 'hover:bg-sunken',
                )}
              >
                <Meter cell={cell} size={36} steps={page.levels.length} label={meterWords(t, cell, page.levels)} />
                <span className="min-w-0">
                  <span className="block font-medium">{aspect?.name ?? cell.aspect}</span>
                  <span className="block text-muted">
                    {cellSentence(t, page, cell)}
                    {cell.blockers[0] === undefined ? null : (
                      <span className="figures text-xs whitespace-nowrap"> {cell.blockers[0].id}</span>
                    )}
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
