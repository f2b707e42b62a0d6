'use client';

import { useText } from '../../../../../_messages/use-text.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Select, Textarea } from '../../../../../_ui/input.tsx';
import { Choice } from '../../../settings/choice.tsx';
import { TextField } from '../../../settings/text-field.tsx';
import { BY_LABEL, type QueryDraft, STEPS, WHOLE_PLATFORM } from './draft.ts';
import type { SourceForm } from './sources-data.ts';

type Props = { form: SourceForm; value: QueryDraft; onChange: (query: QueryDraft) => void };
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*';

/** One query: what to ask, which metric it fills and what its values are about. */
export function QueryFields({ form, value, onChange }: Props) {
  const t = useText();
  const change = (part: Partial<QueryDraft>) => onChange({ ...value, ...part });
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={t('sources.form.queryName')}
        required
        maxLength={80}
        value={value.name}
        onChange={(name) => change({ name })}
      />
      <Field label={t('sources.form.promql')} required>
        {(control) => (
          <Textarea
            {...control}
            className="figures text-xs"
            maxLength={4000}
            spellCheck={false}
            value={value.query}
            onChange={(event) => change({ query: event.target.value })}
          />
        )}
      </Field>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <MetricChoice form={form} value={value} onChange={onChange} />
        <AboutChoice form={form} value={value} onChange={onChange} />
        {value.about === BY_LABEL ? (
          <TextField
            label={t('sources.form.capabilityLabel')}
            required
            pattern={LABEL}
            value={value.capabilityLabel}
            onChange={(capabilityLabel) => change({ capabilityLabel })}
          />
        ) : null}
        <TextField
          label={t('sources.form.teamLabel')}
          hint={t('sources.form.teamLabelHint')}
          pattern={LABEL}
          value={value.teamLabel}
          onChange={(teamLabel) => change({ teamLabel })}
        />
        <TextField
          label={t('sources.form.labels')}
          hint={t('sources.form.labelsHint')}
          value={value.labels}
          onChange={(labels) => change({ labels })}
        />
        <Choice
          label={t('sources.form.step')}
          value={value.step}
          options={STEPS.map((step) => ({ value: step, label: t(`sources.form.steps.${step}`) }))}
          onChange={(step) => change({ step })}
        />
      </div>
    </div>
  );
}

function MetricChoice({ form, value, onChange }: Props) {
  const t = useText();
  const chosen = form.metrics.find(({ key }) => key === value.metric);
  return (
    <Field
      label={t('sources.form.metric')}
      hint={chosen === undefined ? undefined : t(`sources.form.units.${chosen.dimension}`)}
      required
    >
      {(control) => (
        <Select
          {...control}
          value={value.metric}
          onChange={(event) => {
            const metric = form.metrics.find(({ key }) => key === event.target.value);
            const about = aboutFor(metric?.scope ?? 'either', value.about, form.capabilities[0]?.key);
            onChange({ ...value, metric: event.target.value, about });
          }}
        >
          <option value="">{t('sources.form.metricChoose')}</option>
          {form.metrics.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

type Scope = SourceForm['metrics'][number]['scope'];

/** What was chosen, where the metric allows it. */
function aboutFor(scope: Scope, about: string, firstCapability: string | undefined): string {
  if (scope === 'platform') return WHOLE_PLATFORM;
  return scope === 'capability' && about === WHOLE_PLATFORM ? (firstCapability ?? BY_LABEL) : about;
}

function AboutChoice({ form, value, onChange }: Props) {
  const t = useText();
  const scope = form.metrics.find(({ key }) => key === value.metric)?.scope ?? 'either';
  const options = [
    ...(scope === 'capability' ? [] : [{ value: WHOLE_PLATFORM, label: t('sources.form.wholePlatform') }]),
    ...(scope === 'platform'
      ? []
      : [
          ...form.capabilities.map(({ key, name }) => ({ value: key, label: name })),
          { value: BY_LABEL, label: t('sources.form.byLabel') },
        ]),
  ];
  return (
    <Choice
      label={t('sources.form.capability')}
      value={value.about}
      options={options}
      onChange={(about) => onChange({ ...value, about })}
    />
  );
}
