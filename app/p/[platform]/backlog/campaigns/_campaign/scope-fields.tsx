'use client';

import { useId, useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Checkbox, Select } from '../../../../../_ui/input.tsx';
import type { CampaignChoices } from './campaign-data.ts';
import { RadioLine } from './radio-line.tsx';
import type { CampaignValues } from './use-campaign-draft.ts';

type Props = { values: CampaignValues; set: (change: Partial<CampaignValues>) => void; choices: CampaignChoices };

const toggled = (list: string[], one: string) =>
  list.includes(one) ? list.filter((it) => it !== one) : [...list, one];

/** What should be met: some criteria, or everything up to the targets of whole cells. */
export function WhatFields({ values, set, choices }: Props) {
  const t = useText();
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 font-medium">{t('campaigns.form.what')}</legend>
      {(['criteria', 'cells'] as const).map((kind) => (
        <RadioLine
          key={kind}
          name="kind"
          label={t(`campaigns.form.kinds.${kind}`)}
          checked={values.kind === kind}
          onChange={() => set({ kind })}
        />
      ))}
      {values.kind === 'criteria' ? (
        <CriteriaList values={values} set={set} choices={choices} />
      ) : (
        <fieldset className="ml-6">
          <legend className="sr-only">{t('campaigns.form.aspects')}</legend>
          {choices.aspects.map(({ key, name }) => (
            <Checkbox
              key={key}
              className="py-1"
              label={name}
              checked={values.aspects.includes(key)}
              onChange={() => set({ aspects: toggled(values.aspects, key) })}
            />
          ))}
        </fieldset>
      )}
    </fieldset>
  );
}

/** Every criterion of the rubric, by aspect; what is chosen stays chosen while one looks at another aspect. */
function CriteriaList({ values, set, choices }: Props) {
  const t = useText();
  const id = useId();
  const [aspect, setAspect] = useState(choices.aspects[0]?.key ?? '');
  return (
    <div className="ml-6 grid gap-2">
      <label htmlFor={id} className="flex items-center gap-2 text-xs text-muted">
        {t('campaigns.form.aspect')}
        <Select id={id} value={aspect} onChange={(event) => setAspect(event.target.value)}>
          {choices.aspects.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </label>
      <p role="status" className="text-xs text-muted">
        {t('campaigns.form.chosen', { n: values.criteria.length })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <div tabIndex={0} className="max-h-72 overflow-y-auto rounded-md border border-hairline px-3 py-2">
        {choices.criteria
          .filter((one) => one.aspect === aspect)
          .map(({ id: criterion, title, level, role }) => (
            <Checkbox
              key={criterion}
              className="py-1"
              label={t(role === 'limiter' ? 'campaigns.form.symptom' : 'campaigns.form.choice', {
                title,
                id: criterion,
                level,
              })}
              checked={values.criteria.includes(criterion)}
              onChange={() => set({ criteria: toggled(values.criteria, criterion) })}
            />
          ))}
      </div>
    </div>
  );
}

/** In which capabilities: every one that is offered, or some. */
export function WhereFields({ values, set, choices }: Props) {
  const t = useText();
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 font-medium">{t('campaigns.form.where')}</legend>
      <RadioLine
        name="where"
        label={t('campaigns.form.everywhere')}
        checked={values.everywhere}
        onChange={() => set({ everywhere: true })}
      />
      <RadioLine
        name="where"
        label={t('campaigns.form.some')}
        checked={!values.everywhere}
        onChange={() => set({ everywhere: false })}
      />
      {values.everywhere ? null : (
        <div className="ml-6 grid gap-x-4 sm:grid-cols-2">
          {choices.capabilities.map(({ key, name }) => (
            <Checkbox
              key={key}
              className="py-1"
              label={name}
              checked={values.capabilities.includes(key)}
              onChange={() => set({ capabilities: toggled(values.capabilities, key) })}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
