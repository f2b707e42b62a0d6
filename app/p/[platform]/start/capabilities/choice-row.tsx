import { useId } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { classNames } from '../../../../_ui/class-names.ts';
import { Checkbox, Select } from '../../../../_ui/input.tsx';
import type { Choice } from '../first-run-data.ts';

const CONSUMPTIONS = ['requested', 'implicit', 'interactive'] as const;

/** One capability with a sentence; what is chosen also says how teams get it. */
export function ChoiceRow({ row, onChange }: { row: Choice; onChange: (row: Choice) => void }) {
  const t = useText();
  const id = useId();
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-hairline py-2.5 last:border-0 sm:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 items-start gap-3">
        <input
          id={id}
          type="checkbox"
          className="mt-0.5 size-4 shrink-0 pointer-coarse:size-5"
          aria-describedby={row.description ? `${id}-about` : undefined}
          checked={row.chosen}
          onChange={() => onChange({ ...row, chosen: !row.chosen })}
        />
        <div className="min-w-0">
          <label htmlFor={id} className={classNames('block font-medium', !row.chosen && 'text-muted')}>
            {row.name}
          </label>
          {row.description ? (
            <p id={`${id}-about`} className="text-muted">
              {row.description}
            </p>
          ) : null}
        </div>
      </div>
      {row.chosen ? (
        <div className="grid grid-cols-2 items-center gap-3 max-sm:pl-7">
          <Select
            aria-label={t('start.choice.consumption', { name: row.name })}
            value={row.consumption}
            onChange={({ target: { value } }) => {
              const consumption = CONSUMPTIONS.find((one) => one === value);
              if (consumption) onChange({ ...row, consumption });
            }}
          >
            {CONSUMPTIONS.map((consumption) => (
              <option key={consumption} value={consumption}>
                {t(`start.choice.consumptions.${consumption}`)}
              </option>
            ))}
          </Select>
          <Checkbox
            label={t('start.choice.mandatory')}
            checked={row.mandatory}
            onChange={() => onChange({ ...row, mandatory: !row.mandatory })}
          />
        </div>
      ) : null}
    </li>
  );
}
