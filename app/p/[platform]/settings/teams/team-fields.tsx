import { useText } from '../../../../_messages/use-text.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Checkbox, Input } from '../../../../_ui/input.tsx';
import { Choice } from '../choice.tsx';

export type Team = { key: string; name: string; parent: string | null; contact: string | null; archived: boolean };

export function TeamFields({
  value,
  onChange,
  isNew,
  teams,
}: {
  value: Team;
  onChange: (team: Team) => void;
  isNew: boolean;
  teams: Team[];
}) {
  const t = useText();
  const parents = teams.filter(({ key, archived }) => key !== value.key && !archived);
  return (
    <>
      <Field label={t('settings.teams.name')} required>
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            value={value.name}
            onChange={(event) => onChange({ ...value, name: event.target.value })}
          />
        )}
      </Field>
      {isNew ? (
        <Field label={t('settings.teams.key')} hint={t('settings.teams.keyHint')} required>
          {(control) => (
            <Input
              {...control}
              maxLength={60}
              pattern="[a-z][a-z0-9]*(-[a-z0-9]+)*"
              value={value.key}
              onChange={(event) => onChange({ ...value, key: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <Choice
        label={t('settings.teams.parent')}
        value={value.parent ?? ''}
        options={[
          { value: '', label: t('settings.teams.noParent') },
          ...parents.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChange={(parent) => onChange({ ...value, parent: parent || null })}
      />
      <Field label={t('settings.teams.contact')} hint={t('settings.teams.contactHint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={value.contact ?? ''}
            onChange={(event) => onChange({ ...value, contact: event.target.value || null })}
          />
        )}
      </Field>
      {isNew ? null : (
        <Checkbox
          label={t('settings.teams.archived')}
          checked={value.archived}
          onChange={(event) => onChange({ ...value, archived: event.target.checked })}
        />
      )}
    </>
  );
}
