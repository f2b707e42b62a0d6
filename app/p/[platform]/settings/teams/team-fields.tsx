import { useText } from '../../../../_messages/use-text.tsx';
import { Checkbox } from '../../../../_ui/input.tsx';
import { Choice } from '../choice.tsx';
import { KEY_PATTERN, TextField } from '../text-field.tsx';
import { familyOf, orderTeams, pathOf, type Team } from './team-order.ts';

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
  const family = familyOf(teams, value.key);
  const parents = orderTeams(teams).filter(
    ({ team: { key, archived } }) => !family.has(key) && (!archived || key === value.parent),
  );
  return (
    <>
      <TextField
        label={t('settings.teams.name')}
        required
        maxLength={80}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      {isNew ? (
        <TextField
          label={t('settings.teams.key')}
          hint={t('settings.teams.keyHint')}
          required
          maxLength={60}
          pattern={KEY_PATTERN}
          value={value.key}
          onChange={(key) => onChange({ ...value, key })}
        />
      ) : null}
      <Choice
        label={t('settings.teams.parent')}
        value={value.parent ?? ''}
        options={[
          { value: '', label: t('settings.teams.noParent') },
          ...parents.map((placed) => ({ value: placed.team.key, label: pathOf(placed) })),
        ]}
        onChange={(parent) => onChange({ ...value, parent: parent || null })}
      />
      <TextField
        label={t('settings.teams.contact')}
        hint={t('settings.teams.contactHint')}
        maxLength={200}
        value={value.contact ?? ''}
        onChange={(contact) => onChange({ ...value, contact: contact || null })}
      />
      {isNew ? null : (
        <div>
          <Checkbox
            label={t('settings.teams.archived')}
            checked={value.archived}
            onChange={(event) => onChange({ ...value, archived: event.target.checked })}
          />
          <p className="mt-1 text-xs text-muted">{t('catalogue.teams.archivedHint')}</p>
        </div>
      )}
    </>
  );
}
