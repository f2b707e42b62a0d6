'use client';

import type { ComponentProps } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Select } from '../../../../_ui/input.tsx';
import type { Choices, Item } from './backlog-data.ts';

/** `person:<id>`, `team:<key>`, or nothing. */
export const ownerValue = (owner: Item['owner']) => (owner === null ? '' : `${owner.kind}:${owner.key}`);

export function ownerOf(value: string): { person: string } | { team: string } | null {
  const [kind, key = ''] = value.split(':');
  if (kind === 'person') return { person: key };
  return kind === 'team' ? { team: key } : null;
}

/** Who sees to it: people with a role here, and teams. Whoever has left stays as long as nobody else is chosen. */
export function OwnerSelect({
  choices,
  current,
  none,
  ...control
}: ComponentProps<'select'> & {
  choices: Pick<Choices, 'people' | 'teams'>;
  current: Item['owner'];
  /** what it means to choose nobody */
  none?: string;
}) {
  const t = useText();
  const listed =
    current === null ||
    (current.kind === 'person'
      ? choices.people.some(({ id }) => id === current.key)
      : choices.teams.some(({ key }) => key === current.key));
  return (
    <Select {...control}>
      <option value="">{none ?? t('backlog.form.nobody')}</option>
      {listed ? null : <option value={ownerValue(current)}>{current.name}</option>}
      <optgroup label={t('backlog.form.teams')}>
        {choices.teams.map(({ key, name }) => (
          <option key={key} value={`team:${key}`}>
            {name}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('backlog.form.people')}>
        {choices.people.map(({ id, name }) => (
          <option key={id} value={`person:${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
    </Select>
  );
}
