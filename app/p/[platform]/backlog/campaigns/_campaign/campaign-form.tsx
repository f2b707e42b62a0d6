'use client';

import { useText } from '../../../../../_messages/use-text.tsx';
import { Button, ButtonLink } from '../../../../../_ui/button.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Input, Textarea } from '../../../../../_ui/input.tsx';
import { Refused } from '../../../../../_ui/refused.tsx';
import { OwnerSelect } from '../../_backlog/owner-select.tsx';
import type { CampaignChoices, OpenCampaign } from './campaign-data.ts';
import { WhatFields, WhereFields } from './scope-fields.tsx';
import { type CampaignValues, useCampaignDraft } from './use-campaign-draft.ts';

type Props = { platform: string; choices: CampaignChoices; open: OpenCampaign | null };
type Part = { values: CampaignValues; set: (change: Partial<CampaignValues>) => void };

/** Plans a campaign, or changes what one says; what it is about is chosen once. */
export function CampaignForm({ platform, choices, open }: Props) {
  const t = useText();
  const offered = choices.capabilities.flatMap((one) => (one.offered ? [one.key] : []));
  const { values, set, send, busy, error, isReady } = useCampaignDraft({ platform, open, offered });
  const home = `/p/${platform}/backlog/campaigns`;
  const about =
    open === null
      ? values.everywhere
        ? offered
        : values.capabilities
      : open.owners.map((one) => one.capability ?? '');
  return (
    <form onSubmit={(event) => void send(event)} className="grid max-w-2xl gap-6">
      <NameFields values={values} set={set} />
      {open === null ? (
        <>
          <WhatFields values={values} set={set} choices={choices} />
          <WhereFields values={values} set={set} choices={choices} />
        </>
      ) : (
        <p className="text-muted">{t('campaigns.form.fixed')}</p>
      )}
      <OwnerFields values={values} set={set} about={about} choices={choices} />
      <Refused>{error}</Refused>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={busy || !isReady}>
          {t(open === null ? 'campaigns.form.create' : 'campaigns.form.save')}
        </Button>
        <ButtonLink variant="quiet" href={open === null ? home : `${home}/${open.campaign.id}`}>
          {t('campaigns.form.cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}

function NameFields({ values, set }: Part) {
  const t = useText();
  return (
    <>
      <Field label={t('campaigns.form.name')} hint={t('campaigns.form.nameHint')} required>
        {(control) => (
          <Input
            {...control}
            value={values.name}
            minLength={3}
            maxLength={100}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="max-w-48">
        <Field label={t('campaigns.form.due')} required>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={values.dueOn}
              onChange={(event) => set({ dueOn: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t('campaigns.form.notes')}>
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

/** Who sees to a capability where it is not its owner: folded, since most stay with their owners. */
function OwnerFields({ values, set, about, choices }: Part & { about: string[]; choices: CampaignChoices }) {
  const t = useText();
  const names = new Map(choices.capabilities.map(({ key, name }) => [key, name]));
  if (about.length === 0) return null;
  return (
    <details>
      <summary className="text-sm pointer-coarse:py-2">{t('campaigns.form.owners')}</summary>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        {about.map((capability) => (
          <Field key={capability} label={names.get(capability) ?? t('campaigns.item.whole')}>
            {(control) => (
              <OwnerSelect
                {...control}
                choices={choices}
                current={null}
                none={t('campaigns.item.ownerOf')}
                value={values.owners[capability] ?? ''}
                onChange={(event) => set({ owners: { ...values.owners, [capability]: event.target.value } })}
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}
