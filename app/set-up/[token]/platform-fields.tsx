import { useEffect, useState } from 'react';
import { useText } from '../../_messages/use-text.tsx';
import { Field } from '../../_ui/field.tsx';
import { Input, Select } from '../../_ui/input.tsx';
import { keyOf } from './key-of.ts';

export type PlatformValue = { name: string; key: string; timeZone: string; fiscalYearStartMonth: number };

/** A key that follows the name until somebody writes their own. */
export function usePlatformFields(timeZones: string[]) {
  const [value, setValue] = useState<PlatformValue>({ name: '', key: '', timeZone: 'UTC', fiscalYearStartMonth: 1 });
  const [ownKey, setOwnKey] = useState(false);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (timeZones.includes(here)) setValue((before) => ({ ...before, timeZone: here }));
  }, [timeZones]);
  return {
    value,
    change: (part: Partial<PlatformValue>) => setValue({ ...value, ...part }),
    rename: (name: string) => setValue({ ...value, name, ...(ownKey ? {} : { key: keyOf(name) }) }),
    rekey: (key: string) => {
      setOwnKey(key !== '');
      setValue({ ...value, key });
    },
  };
}

export function PlatformFields({
  fields,
  timeZones,
}: {
  fields: ReturnType<typeof usePlatformFields>;
  timeZones: string[];
}) {
  const t = useText();
  const { value, change, rename, rekey } = fields;
  return (
    <>
      <Field label={t('setUp.platformName')} hint={t('setUp.platformNameHint')} required>
        {(control) => (
          <Input
            {...control}
            name="platform-name"
            maxLength={80}
            value={value.name}
            onChange={(event) => rename(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t('setUp.key')}
        hint={t('setUp.keyHint', { address: `/p/${value.key || t('setUp.keyExample')}` })}
        required
      >
        {(control) => (
          <Input
            {...control}
            name="platform-key"
            maxLength={60}
            pattern="[a-z][a-z0-9]*(-[a-z0-9]+)*"
            spellCheck={false}
            value={value.key}
            onChange={(event) => rekey(event.target.value)}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <TimeZoneField value={value.timeZone} timeZones={timeZones} onChange={(timeZone) => change({ timeZone })} />
        <MonthField
          value={value.fiscalYearStartMonth}
          onChange={(fiscalYearStartMonth) => change({ fiscalYearStartMonth })}
        />
      </div>
    </>
  );
}

export function TimeZoneField({
  value,
  timeZones,
  onChange,
}: {
  value: string;
  timeZones: string[];
  onChange: (timeZone: string) => void;
}) {
  const t = useText();
  const known = timeZones.includes(value) ? timeZones : [value, ...timeZones];
  return (
    <Field label={t('setUp.timeZone')} hint={t('setUp.timeZoneHint')} required>
      {(control) => (
        <Select {...control} name="time-zone" value={value} onChange={(event) => onChange(event.target.value)}>
          {known.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      )}
    </Field>
  );
}

export function MonthField({ value, onChange }: { value: number; onChange: (month: number) => void }) {
  const t = useText();
  const names = new Intl.DateTimeFormat(t.locale, { month: 'long', timeZone: 'UTC' });
  return (
    <Field label={t('setUp.fiscalYear')} hint={t('setUp.fiscalYearHint')} required>
      {(control) => (
        <Select
          {...control}
          name="fiscal-year"
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
        >
          {Array.from({ length: 12 }, (_, index) => (
            <option key={names.format(new Date(Date.UTC(2026, index, 1)))} value={index + 1}>
              {names.format(new Date(Date.UTC(2026, index, 1)))}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
