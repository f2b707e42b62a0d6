'use client';

import { useId, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Checkbox, Select } from '../../../../_ui/input.tsx';
import { type Choices, type Place, placeKey } from './backlog-data.ts';
import type { Names } from './effect-facts.tsx';

type Named = Place & { title: string | null };

/** The criteria chosen so far, each with the way to take it out again. */
function Chosen({ chosen, names, onRemove }: { chosen: Named[]; names: Names; onRemove: (place: Place) => void }) {
  const t = useText();
  if (chosen.length === 0) return <p className="text-xs text-muted">{t('backlog.form.noneChosen')}</p>;
  return (
    <div>
      <p className="text-xs text-muted">{t('backlog.form.chosen', { n: chosen.length })}</p>
      <ul>
        {chosen.map((place) => (
          <li key={placeKey(place)} className="flex items-start justify-between gap-2 border-b border-hairline py-1.5">
            <span>
              {place.title ?? t('backlog.item.gone')}{' '}
              <span className="text-xs text-muted">
                <span className="figures">{place.criterion}</span> ·{' '}
                {place.capability === null
                  ? t('backlog.card.platform')
                  : (names.capabilities[place.capability] ?? place.capability)}
              </span>
            </span>
            <button
              type="button"
              aria-label={t('backlog.form.remove', { criterion: place.criterion })}
              onClick={() => onRemove(place)}
              className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Chooses criteria that are not where one wants them: first of which capability, then which, by aspect. */
export function CriteriaPicker({
  choices,
  names,
  chosen,
  onChange,
}: {
  choices: Choices;
  names: Names;
  chosen: Named[];
  onChange: (chosen: Named[]) => void;
}) {
  const t = useText();
  const id = useId();
  const [capability, setCapability] = useState(chosen[0]?.capability ?? '');
  const here = capability === '' ? null : capability;
  const open = choices.criteria.filter(({ places }) => places.some((place) => place.capability === here));
  const keys = new Set(chosen.map(placeKey));
  const remove = (place: Place) => onChange(chosen.filter((one) => placeKey(one) !== placeKey(place)));
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 font-medium">{t('backlog.form.criteria')}</legend>
      <Chosen chosen={chosen} names={names} onRemove={remove} />
      <label htmlFor={id} className="flex items-center gap-2 text-xs text-muted">
        {t('backlog.form.capability')}
        <Select id={id} value={capability} onChange={(event) => setCapability(event.target.value)}>
          <option value="">{t('backlog.card.platform')}</option>
          {choices.capabilities.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </label>
      <p className="text-xs text-muted">{t('backlog.form.criteriaHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <div tabIndex={0} className="max-h-72 overflow-y-auto rounded-md border border-hairline px-3 py-2">
        {open.length === 0 ? <p className="text-muted">{t('backlog.form.nothingOpen')}</p> : null}
        {[...Map.groupBy(open, ({ aspect }) => aspect)].map(([aspect, own]) => (
          <section key={aspect}>
            <h3 className="pt-1 text-xs font-medium text-muted">{names.aspects[aspect] ?? aspect}</h3>
            {own.map(({ criterion, title, level }) => {
              const place = { criterion, capability: here };
              const isChosen = keys.has(placeKey(place));
              return (
                <Checkbox
                  key={criterion}
                  className="py-1"
                  label={t('backlog.form.choice', { title, criterion, level })}
                  checked={isChosen}
                  onChange={() => (isChosen ? remove(place) : onChange([...chosen, { ...place, title }]))}
                />
              );
            })}
          </section>
        ))}
      </div>
    </fieldset>
  );
}
