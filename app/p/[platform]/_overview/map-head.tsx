'use client';

import { useText } from '../../../_messages/use-text.tsx';
import { classNames } from '../../../_ui/class-names.ts';
import { isDense, type MapNames, narrowColumns } from './overview-data.ts';
import type { useMapAddress } from './use-map-address.ts';

type Address = ReturnType<typeof useMapAddress>;

/** ascending, descending, then the platform's own order again */
function nextSort(id: string, current: Address['sorting'][number] | undefined): string | null {
  if (current?.id !== id) return id;
  return current.desc ? null : `-${id}`;
}

type HeadProps = { id: string; label: string; address: Address; upright?: boolean; className?: string };

function SortHead({ id, label, address, upright = false, className }: HeadProps) {
  const t = useText();
  const current = address.sorting.find((one) => one.id === id);
  const direction = current === undefined ? 'none' : current.desc ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={classNames('h-8 p-0 align-bottom font-medium', upright && 'max-md:hidden', className)}
    >
      <button
        type="button"
        title={t('overview.map.sortBy', { column: label })}
        onClick={() => address.set({ sort: nextSort(id, current ?? address.sorting[0]) })}
        className={classNames(
          'inline-flex max-w-full items-center gap-1 rounded-sm px-1.5 -outline-offset-2 hover:text-ink max-md:h-11 max-md:px-0',
          upright ? 'md:h-44 md:rotate-180 md:py-1 md:text-left md:[writing-mode:vertical-rl]' : 'h-8',
        )}
      >
        <span className="truncate max-lg:text-left max-lg:leading-tight max-lg:tracking-tight max-lg:hyphens-auto max-lg:whitespace-normal max-lg:[overflow-wrap:anywhere]">
          {label}
        </span>
        {current === undefined ? null : (
          <svg aria-hidden="true" viewBox="0 0 8 8" className="size-2 shrink-0 fill-current">
            <path d={current.desc ? 'M0 2h8L4 7z' : 'M0 6h8L4 1z'} />
          </svg>
        )}
      </button>
    </th>
  );
}

/** Groups of aspects over the aspects that belong to them; narrow tables have no room for them. */
function GroupRow({ aspects }: Pick<MapNames, 'aspects'>) {
  const runs: { key: string; name: string | null; span: number }[] = [];
  for (const { key, group } of aspects) {
    const last = runs.at(-1);
    if (last?.name === group) last.span += 1;
    else runs.push({ key, name: group, span: 1 });
  }
  if (runs.every(({ name }) => name === null)) return null;
  return (
    <tr className="max-md:hidden">
      <td className="md:w-56 xl:w-64" />
      {runs.map(({ key, name, span }) => (
        <th
          key={key}
          scope="colgroup"
          colSpan={span}
          className="truncate border-b border-hairline px-1 font-medium text-ink"
        >
          {name}
        </th>
      ))}
      <td className="md:w-24" />
    </tr>
  );
}

/** The names of the columns; each sorts. They stay in sight while the list scrolls. */
export function MapHead({ names, address }: { names: MapNames; address: Address }) {
  const t = useText();
  return (
    <thead className="sticky top-0 z-10 bg-paper text-left text-xs text-muted max-md:block">
      <GroupRow aspects={names.aspects} />
      <tr
        className="max-md:grid max-md:items-end"
        style={{ gridTemplateColumns: `repeat(${narrowColumns(names)}, minmax(0, 1fr))` }}
      >
        <SortHead
          id="name"
          label={t('overview.map.capability')}
          address={address}
          className="md:w-56 xl:w-64 md:[&>button]:pl-0 max-md:order-first max-md:col-span-3"
        />
        {names.aspects.map(({ key, name }) => (
          <SortHead key={key} id={key} label={name} address={address} upright={isDense(names)} />
        ))}
        <SortHead
          id="to-target"
          label={t('overview.map.toTarget')}
          address={address}
          className="text-right md:w-24 md:[&>button]:pr-0 max-md:order-first max-md:col-span-2"
        />
      </tr>
    </thead>
  );
}
