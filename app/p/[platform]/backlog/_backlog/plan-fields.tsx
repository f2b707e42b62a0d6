'use client';

import { formatNumber } from '../../../../_messages/format.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input, Select, Textarea } from '../../../../_ui/input.tsx';
import type { Choices } from './backlog-data.ts';
import { OwnerSelect } from './owner-select.tsx';
import type { Draft, useDraft } from './use-draft.ts';

/** Who, until when, how much, and what else is to be said. */
export function PlanFields({
  values,
  set,
  rubricDays,
  choices,
  draft,
  isNew,
}: ReturnType<typeof useDraft> & { rubricDays: number | null; choices: Choices; draft: Draft; isNew: boolean }) {
  const t = useText();
  return (
    <>
      <div className="grid items-end gap-5 sm:grid-cols-3">
        <Field label={t('backlog.form.owner')}>
          {(control) => (
            <OwnerSelect
              {...control}
              choices={choices}
              current={draft.owner}
              value={values.owner}
              onChange={(event) => set({ owner: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('backlog.form.due')}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={values.dueOn}
              onChange={(event) => set({ dueOn: event.target.value })}
            />
          )}
        </Field>
        <EffortField values={values} set={set} rubricDays={rubricDays} />
        {isNew ? null : <ActualField values={values} set={set} />}
        <CampaignField values={values} set={set} choices={choices} draft={draft} />
      </div>
      <Field label={t('backlog.form.notes')}>
        {(control) => (
          <Textarea
            {...control}
            value={values.notes}
            maxLength={4000}
            onChange={(event) => set({ notes: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** The campaign that it belongs to; one that is over stays named as long as nobody chooses another. */
function CampaignField({
  values,
  set,
  choices,
  draft,
}: ReturnType<typeof useDraft> & { choices: Choices; draft: Draft }) {
  const t = useText();
  const { campaign } = draft;
  const isListed = campaign === null || choices.campaigns.some(({ id }) => id === campaign.id);
  if (choices.campaigns.length === 0 && campaign === null) return null;
  return (
    <Field label={t('backlog.form.campaign')}>
      {(control) => (
        <Select {...control} value={values.campaign} onChange={(event) => set({ campaign: event.target.value })}>
          <option value="">{t('backlog.form.noCampaign')}</option>
          {isListed ? null : <option value={campaign.id}>{campaign.name}</option>}
          {choices.campaigns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Person-days that it took in the end: what the ledger holds against the estimate. */
function ActualField({ values, set }: ReturnType<typeof useDraft>) {
  const t = useText();
  return (
    <Field label={t('backlog.form.actual')}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={0}
          max={10_000}
          step={0.5}
          value={values.actual}
          onChange={(event) => set({ actual: event.target.value })}
        />
      )}
    </Field>
  );
}

/** Person-days; left empty for a new improvement, it takes what the rubric gives. */
function EffortField({ values, set, rubricDays }: ReturnType<typeof useDraft> & { rubricDays: number | null }) {
  const t = useText();
  const hint =
    rubricDays === null ? undefined : t('backlog.form.effortHint', { n: formatNumber(rubricDays, t.locale, 1) });
  return (
    <Field label={t('backlog.form.effort')} hint={hint}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={0}
          max={10_000}
          step={0.5}
          value={values.effort}
          placeholder={rubricDays === null ? undefined : String(rubricDays)}
          onChange={(event) => set({ effort: event.target.value })}
        />
      )}
    </Field>
  );
}
