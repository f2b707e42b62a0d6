'use client';

import { useId } from 'react';
import { useText } from '../../../_messages/use-text.tsx';
import { Select } from '../../../_ui/input.tsx';
import { MeterLegend } from './meter-legend.tsx';
import type { MapNames } from './overview-data.ts';
import { GROUPS, type useMapAddress } from './use-map-address.ts';

/** The map's title, how to read it, and how it is grouped. */
export function MapToolbar({ names, address }: { names: MapNames; address: ReturnType<typeof useMapAddress> }) {
  const t = useText();
  const id = useId();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 pb-1">
      <h2 className="font-semibold">{t('overview.map.title')}</h2>
      <div className="flex items-center gap-4">
        <MeterLegend steps={names.levels.length} />
        <label htmlFor={id} className="flex items-center gap-2 text-xs text-muted">
          {t('overview.map.group')}
          <Select
            id={id}
            className="w-36!"
            value={address.group}
            onChange={(event) => address.set({ group: event.target.value === 'none' ? null : event.target.value })}
          >
            {GROUPS.map((group) => (
              <option key={group} value={group}>
                {t(`overview.map.groups.${group}`)}
              </option>
            ))}
          </Select>
        </label>
      </div>
    </div>
  );
}
