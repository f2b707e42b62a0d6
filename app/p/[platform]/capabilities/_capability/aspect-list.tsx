import Link from 'next/link';
import { formatNumber } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { classNames } from '../../../../_ui/class-names.ts';
import { Meter } from '../../../../_ui/meter.tsx';
import { meterWords } from '../../../../_ui/meter-words.ts';
import { addressOf, type Capability } from './capability-data.ts';
import { cellSentence } from './capability-words.ts';

/** A group of aspects, and what they come to where the rubric adds them up. */
function GroupHead({ t, page, group }: { t: AppText; page: Capability; group: Capability['groups'][number] }) {
  const { name, level, low, high } = group;
  const digits = (value: number) => formatNumber(value, t.locale);
  return (
    <h2 className="flex items-baseline justify-between gap-4 px-2 pt-4 pb-1 text-xs text-muted">
      <span className="font-medium text-ink">{name}</span>
      {level === null ? null : (
        <span className="figures">
          {t(low === high ? 'capability.group' : 'capability.groupRange', {
            level: digits(level),
            top: page.levels.length,
            low: digits(low ?? 0),
            high: digits(high ?? 0),
          })}
        </span>
      )}
    </h2>
  );
}

/** The aspects of a capability, in their groups if there are such, each with its meter and one sentence. */
export function AspectList({ t, page }: { t: AppText; page: Capability }) {
  const groupOf = (cell: Capability['cells'][number]) =>
    page.aspects.find(({ key }) => key === cell.aspect)?.group ?? null;
  const groups = [...Map.groupBy(page.cells, groupOf)];
  return (
    <nav aria-label={t('capability.aspects')}>
      {groups.map(([key, cells]) => {
        const group = page.groups.find((one) => one.key === key);
        return (
          <div key={key ?? ''}>
            {group === undefined ? null : <GroupHead t={t} page={page} group={group} />}
            <CellList t={t} page={page} cells={cells} />
          </div>
        );
      })}
    </nav>
  );
}

function CellList({ t, page, cells }: { t: AppText; page: Capability; cells: Capability['cells'] }) {
  return (
    <ul className="border-y border-hairline">
      {cells.map((cell) => {
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
  );
}
