'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Select } from '../../../../_ui/input.tsx';
import { Refused } from '../../../../_ui/refused.tsx';
import { ExemptionForm } from '../../capabilities/_capability/exemption-form.tsx';
import type { Choices } from './backlog-data.ts';
import { sendBacklog } from './send-backlog.ts';

/** Asks for an exemption from the register: first which criterion, then why and until when. */
export function AskExemption({ platform, today }: { platform: string; today: string }) {
  const t = useText();
  const { run, error } = useAction();
  const [open, setOpen] = useState(false);
  const [choices, setChoices] = useState<Choices | null>(null);
  const show = (wanted: boolean) => {
    setOpen(wanted);
    if (wanted && choices === null) void run(async () => setChoices(await sendBacklog.choices({ platform })));
  };
  return (
    <Dialog
      title={t('backlog.register.ask')}
      description={t('backlog.register.askAbout')}
      open={open}
      onOpenChange={show}
      trigger={<Button>{t('backlog.register.ask')}</Button>}
    >
      <Refused>{error}</Refused>
      {choices === null ? null : (
        <AskForm platform={platform} today={today} choices={choices} onDone={() => setOpen(false)} />
      )}
    </Dialog>
  );
}

function AskForm({
  platform,
  today,
  choices,
  onDone,
}: {
  platform: string;
  today: string;
  choices: Choices;
  onDone: () => void;
}) {
  const t = useText();
  const [capability, setCapability] = useState('');
  const [criterion, setCriterion] = useState('');
  const here = capability === '' ? null : capability;
  const open = choices.criteria.filter(({ places }) => places.some((place) => place.capability === here));
  return (
    <div className="grid gap-3">
      <Field label={t('backlog.form.capability')}>
        {(control) => (
          <Select
            {...control}
            value={capability}
            onChange={(event) => {
              setCapability(event.target.value);
              setCriterion('');
            }}
          >
            <option value="">{t('backlog.card.platform')}</option>
            {choices.capabilities.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('backlog.register.criterion')} required>
        {(control) => (
          <Select {...control} value={criterion} onChange={(event) => setCriterion(event.target.value)}>
            <option value="">{t('backlog.register.choose')}</option>
            {open.map(({ criterion: id, title }) => (
              <option key={id} value={id}>
                {id} · {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {criterion === '' ? null : (
        <ExemptionForm
          key={`${criterion} ${capability}`}
          place={{ platform, criterion, capability: here }}
          today={today}
          onDone={onDone}
        />
      )}
    </div>
  );
}
