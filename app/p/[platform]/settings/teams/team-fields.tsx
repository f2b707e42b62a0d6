import { useText } from '../../../../_messages/use-text.tsx';
import { Checkbox } from '../../../../_ui/input.tsx';
import { Choice } from '../choice.tsx';
import { KEY_PATTERN, TextField } from '../text-field.tsx';
import { familyOf, orderTeams, pathOf, type Team } from './team-order.ts';

type Part = { value: Team; change: (part: Partial<Team>) => void };
type Props = { value: Team; onChange: (team: Team) => void; isNew: boolean; teams: Team[] };

export function TeamFields({ value, onChange, isNew, teams }: Props) {
  const t = useText();
  const change = (part: Partial<Team>) => onChange({ ...value, ...part });
  return (
    <>
      <TextField
        label={t('settings.teams.name')}
        required
        maxLength={80}
        value={value.name}
        onChange={(name) => change({ name })}
      />
      {isNew ? (
        <TextField
          label={t('settings.teams.key')}
          hint={t('settings.teams.keyHint')}
          required
          maxLength={60}
          pattern={KEY_PATTERN}
          value={value.key}
          onChange={(key) => change({ key })}
        />
      ) : null}
      <ParentChoice value={value} change={change} teams={teams} />
      <TextField
        label={t('settings.teams.contact')}
        hint={t('settings.teams.contactHint')}
        maxLength={200}
        value={value.contact ?? ''}
        onChange={(contact) => change({ contact: contact || null })}
      />
      {isNew ? null : <ArchiveBox value={value} change={change} />}
    </>
  );
}

/** Where the team belongs: anywhere but in itself and what belongs to it. */
function ParentChoice({ value, change, teams }: Part & { teams: Team[] }) {
  const t = useText();
  const family = familyOf(teams, value.key);
  const parents = orderTeams(teams).filter(
    ({ team: { key, archived } }) => !family.has(key) && (!archived || key === value.parent),
  );
  return (
    <Choice
      label={t('settings.teams.parent')}
      value={value.parent ?? ''}
      options={[
        { value: '', label: t('settings.teams.noParent') },
        ...parents.map((placed) => ({ value: placed.team.key, label: pathOf(placed) })),
      ]}
      onChange={(parent) => change({ parent: parent || null })}
    />
  );
}

function ArchiveBox({ value, change }: Part) {
  const t = useText();
  return (
    <div>
      <Checkbox
        label={t('settings.teams.archived')}
        checked={value.archived}
        onChange={(event) => change({ archived: event.target.checked })}
      />
      <p className="mt-1 text-xs text-muted">{t('catalogue.teams.archivedHint')}</p>
    </div>
  );
}
