'use client';

import { useText } from '../../../../_messages/use-text.tsx';
import { Choice } from '../../settings/choice.tsx';
import { TextField } from '../../settings/text-field.tsx';

export type LinkableTracker = { id: string; name: string; place: string };
export type WantedIssue = { tracker: string; which: 'new' | 'existing'; address: string };

export const emptyIssue = (trackers: readonly LinkableTracker[]): WantedIssue => ({
  tracker: trackers[0]?.id ?? '',
  which: 'new',
  address: '',
});

type Props = { trackers: LinkableTracker[]; value: WantedIssue; onChange: (value: WantedIssue) => void };

/** In which tracker, and whether the issue is there already. */
export function IssueFields({ trackers, value, onChange }: Props) {
  const t = useText();
  const { tracker, which, address } = value;
  return (
    <>
      <Choice
        label={t('trackers.issue.tracker')}
        value={tracker}
        options={trackers.map(({ id, name, place }) => ({ value: id, label: `${name} (${place})` }))}
        onChange={(id) => onChange({ ...value, tracker: id })}
      />
      <Choice
        label={t('trackers.issue.which')}
        hint={t(which === 'new' ? 'trackers.issue.newHint' : 'trackers.issue.existingHint')}
        value={which}
        options={[
          { value: 'new', label: t('trackers.issue.newIssue') },
          { value: 'existing', label: t('trackers.issue.existing') },
        ]}
        onChange={(chosen) => onChange({ ...value, which: chosen })}
      />
      {which === 'existing' ? (
        <TextField
          label={t('trackers.issue.address')}
          hint={t('trackers.issue.addressHint')}
          required
          type="url"
          maxLength={500}
          value={address}
          onChange={(text) => onChange({ ...value, address: text })}
        />
      ) : null}
    </>
  );
}
