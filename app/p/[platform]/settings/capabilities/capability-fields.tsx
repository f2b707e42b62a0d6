import { useText } from '../../../../_messages/use-text.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Checkbox, Input, Select, Textarea } from '../../../../_ui/input.tsx';
import { Choice } from '../choice.tsx';
import type { Capability, Team } from './catalogue.ts';

const STATES = ['offered', 'not_offered', 'archived'] as const;
const CONSUMPTIONS = ['requested', 'implicit', 'interactive'] as const;

export function CapabilityFields({
  value,
  onChange,
  teams,
}: {
  value: Capability;
  onChange: (capability: Capability) => void;
  teams: Team[];
}) {
  const t = useText();
  return (
    <>
      <Field label={t('settings.capabilities.name')} required>
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            value={value.name}
            onChange={(event) => onChange({ ...value, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('settings.capabilities.description')}>
        {(control) => (
          <Textarea
            {...control}
            maxLength={1000}
            value={value.description}
            onChange={(event) => onChange({ ...value, description: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('settings.capabilities.owner')}>
        {(control) => (
          <Select
            {...control}
            value={value.ownerTeam ?? ''}
            onChange={(event) => onChange({ ...value, ownerTeam: event.target.value || null })}
          >
            <option value="">{t('settings.capabilities.noOwner')}</option>
            {teams.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('settings.capabilities.provider')} hint={t('settings.capabilities.providerHint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            value={value.provider ?? ''}
            onChange={(event) => onChange({ ...value, provider: event.target.value || null })}
          />
        )}
      </Field>
      <Choice
        label={t('settings.capabilities.state')}
        hint={t('settings.capabilities.stateHint')}
        value={value.state}
        options={STATES.map((state) => ({ value: state, label: t(`settings.capabilities.states.${state}`) }))}
        onChange={(state) => onChange({ ...value, state })}
      />
      <Choice
        label={t('settings.capabilities.consumption')}
        value={value.consumption}
        options={CONSUMPTIONS.map((kind) => ({ value: kind, label: t(`settings.capabilities.consumptions.${kind}`) }))}
        onChange={(consumption) => onChange({ ...value, consumption })}
      />
      <Field label={t('settings.capabilities.weight')} hint={t('settings.capabilities.weightHint')} required>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={0}
            max={100}
            step="any"
            value={value.weight}
            onChange={(event) => onChange({ ...value, weight: event.target.valueAsNumber || 0 })}
          />
        )}
      </Field>
      <Checkbox
        label={t('settings.capabilities.mandatory')}
        checked={value.mandatory}
        onChange={(event) => onChange({ ...value, mandatory: event.target.checked })}
      />
    </>
  );
}
