'use client';

import { type ReactNode, useId } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Input, Select } from '../../../../_ui/input.tsx';
import type { Backlog } from './backlog-data.ts';
import { GROUPS, type TableAddress } from './use-table-address.ts';

function Choice({
  label,
  value,
  onChoose,
  children,
}: {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex w-40 flex-col gap-1 text-xs text-muted max-sm:w-full">
      {label}
      <Select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {children}
      </Select>
    </label>
  );
}

/** The capabilities that stand in the backlog, by key; the platform as a whole among them. */
function capabilitiesOf(backlog: Backlog, platformName: string): [key: string, name: string][] {
  const named = backlog.items.flatMap(({ criteria }) =>
    criteria.map(
      ({ capability, capabilityName }) => [capability ?? 'platform', capabilityName ?? platformName] as const,
    ),
  );
  return [...new Map(named)].toSorted(([, a], [, b]) => a.localeCompare(b));
}

/** Search, filters and grouping of the table; all of it stands in the address. */
export function TableFilter({ backlog, address, shown }: { backlog: Backlog; address: TableAddress; shown: number }) {
  const t = useText();
  const id = useId();
  const { set, value, group } = address;
  const isFiltered = address.columnFilters.length > 0;
  return (
    <search className="mb-4 flex flex-wrap items-end gap-3">
      <label htmlFor={id} className="flex w-60 flex-col gap-1 text-xs text-muted max-sm:w-full">
        {t('backlog.filter.words')}
        <Input
          id={id}
          type="search"
          value={value('q')}
          placeholder={t('backlog.filter.wordsHint')}
          onChange={(event) => set({ q: event.target.value })}
        />
      </label>
      <Choice label={t('backlog.filter.state')} value={value('state')} onChoose={(state) => set({ state })}>
        <option value="">{t('backlog.filter.anyState')}</option>
        <option value="open">{t('backlog.filter.open')}</option>
        {backlog.states.map((state) => (
          <option key={state} value={state}>
            {t(`backlog.states.${state}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('backlog.filter.capability')}
        value={value('capability')}
        onChoose={(capability) => set({ capability })}
      >
        <option value="">{t('backlog.filter.anyCapability')}</option>
        {capabilitiesOf(backlog, t('backlog.card.platform')).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('backlog.filter.group')}
        value={group}
        onChoose={(to) => set({ group: to === 'none' ? null : to })}
      >
        {GROUPS.map((one) => (
          <option key={one} value={one}>
            {t(`backlog.filter.groups.${one}`)}
          </option>
        ))}
      </Choice>
      <p role="status" className="flex h-8 items-center text-xs text-muted">
        {t('backlog.filter.shown', { n: shown })}
      </p>
      {isFiltered ? (
        <Button variant="quiet" onClick={() => set({ q: null, state: null, capability: null })}>
          {t('backlog.filter.clear')}
        </Button>
      ) : null}
    </search>
  );
}
