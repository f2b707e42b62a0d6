'use client';

import { useText } from '../../../_messages/use-text.tsx';
import { classNames } from '../../../_ui/class-names.ts';
import type { MapNames } from './overview-data.ts';
import type { useMapAddress } from './use-map-address.ts';

type Address = ReturnType<typeof useMapAddress>;

/** ascending, descending, then the platform's own order again */
function nextSort(id: string, current: Address['sorting'][number] | undefined): string | null {
  if (current?.id !== id) return id;
  return current.desc ? null : `-${id}`;
}

function SortHead({
  id,
  label,
  address,
  className,
}: {
  id: string;
  label: string;
  address: Address;
  className?: string;
}) {
  const t = useText();
  const current = address.sorting.find((one) => one.id === id);
  const direction = current === undefined ? 'none' : current.desc ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={direction} className={classNames('h-8 p-0 align-bottom font-medium', className)}>
      <button
        type="button"
        title={t('overview.map.sortBy', { column: label })}
        onClick={() => address.set({ sort: nextSort(id, current ?? address.sorting[0]) })}
        className="inline-flex h-8 max-w-full items-center gap-1 rounded-sm px-1.5 -outline-offset-2 hover:text-ink max-md:h-11 max-md:px-0"
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

/** The names of the columns; each sorts. They stay in sight while the list scrolls. */
export function MapHead({ names, address }: { names: MapNames; address: Address }) {
  const t = useText();
  return (
    <thead className="sticky top-0 z-10 bg-paper text-left text-xs text-muted max-md:block">
      <tr
        className="max-md:grid max-md:items-end"
        style={{ gridTemplateColumns: `repeat(${names.aspects.length}, minmax(0, 1fr))` }}
      >
        <SortHead
          id="name"
          label={t('overview.map.capability')}
          address={address}
          className="md:w-56 xl:w-64 md:[&>button]:pl-0 max-md:order-first max-md:col-span-3"
        />
        {names.aspects.map(({ key, name }) => (
          <SortHead key={key} id={key} label={name} address={address} />
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
