import { useText } from '../../../../_messages/use-text.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Checkbox, Textarea } from '../../../../_ui/input.tsx';
import { Choice } from '../choice.tsx';
import { TextField } from '../text-field.tsx';
import type { Capability, Team } from './catalogue.ts';

const STATES = ['offered', 'not_offered', 'archived'] as const;
const CONSUMPTIONS = ['requested', 'implicit', 'interactive'] as const;
type Props = { value: Capability; onChange: (capability: Capability) => void };

/** What a capability is and who stands behind it. */
export function CapabilityFields({ value, onChange, teams }: Props & { teams: Team[] }) {
  const t = useText();
  const change = (part: Partial<Capability>) => onChange({ ...value, ...part });
  return (
    <>
      <TextField
        label={t('settings.capabilities.name')}
        required
        maxLength={80}
        value={value.name}
        onChange={(name) => change({ name })}
      />
      <Field label={t('settings.capabilities.description')}>
        {(control) => (
          <Textarea
            {...control}
            maxLength={1000}
            value={value.description}
            onChange={(event) => change({ description: event.target.value })}
          />
        )}
      </Field>
      <Choice
        label={t('settings.capabilities.owner')}
        value={value.ownerTeam ?? ''}
        options={[
          { value: '', label: t('settings.capabilities.noOwner') },
          ...teams.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChange={(team) => change({ ownerTeam: team || null })}
      />
      <TextField
        label={t('settings.capabilities.provider')}
        hint={t('settings.capabilities.providerHint')}
        maxLength={120}
        value={value.provider ?? ''}
        onChange={(provider) => change({ provider: provider || null })}
      />
      <UseFields value={value} onChange={onChange} />
    </>
  );
}

/** How it is used, and how much it counts. */
function UseFields({ value, onChange }: Props) {
  const t = useText();
  const change = (part: Partial<Capability>) => onChange({ ...value, ...part });
  return (
    <>
      <Choice
        label={t('settings.capabilities.state')}
        hint={t('settings.capabilities.stateHint')}
        value={value.state}
        options={STATES.map((state) => ({ value: state, label: t(`settings.capabilities.states.${state}`) }))}
        onChange={(state) => change({ state })}
      />
      <Choice
        label={t('settings.capabilities.consumption')}
        value={value.consumption}
        options={CONSUMPTIONS.map((kind) => ({ value: kind, label: t(`settings.capabilities.consumptions.${kind}`) }))}
        onChange={(consumption) => change({ consumption })}
      />
      <TextField
        label={t('settings.capabilities.weight')}
        hint={t('settings.capabilities.weightHint')}
        required
        type="number"
        min={0}
        max={100}
        step="any"
        value={String(value.weight)}
        onChange={(weight) => change({ weight: Number(weight) })}
      />
      <Checkbox
        label={t('settings.capabilities.mandatory')}
        checked={value.mandatory}
        onChange={(event) => change({ mandatory: event.target.checked })}
      />
    </>
  );
}
