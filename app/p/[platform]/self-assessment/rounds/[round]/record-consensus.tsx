'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { levelSteps } from '#rubrics/scoring/level-steps.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { trpc } from '../../../../../_trpc/client.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { Dialog } from '../../../../../_ui/dialog.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Select, Textarea } from '../../../../../_ui/input.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import { claimWords } from '../../claim-words.ts';
import { type RatedUnit, type Round, unitName } from '../rounds-data.ts';

const NOT_KNOWN = 'not-known';

/** Writes down what was agreed about one place, and why. Nothing is chosen beforehand: that would be a suggestion. */
export function RecordConsensus({ round, unit }: { round: Round; unit: RatedUnit }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [agreed, setAgreed] = useState('');
  const [why, setWhy] = useState('');

  async function save(event: FormEvent) {
    event.preventDefault();
    const { aspect, capability } = unit;
    const rating = agreed === NOT_KNOWN ? null : Number(agreed);
    const place = { platform: round.platform.key, round: round.id };
    const record = () => trpc.ratingRounds.agree.mutate({ ...place, consensus: [{ aspect, capability, rating, why }] });
    if (!(await run(record))) return;
    setOpen(false);
    router.refresh();
  }

  return (
    <Dialog
      trigger={<Button variant={unit.discuss ? 'secondary' : 'quiet'}>{t('ratingRounds.result.record')}</Button>}
      title={t('ratingRounds.result.recordTitle')}
      description={t('ratingRounds.result.recordText', { place: unitName(round, unit) })}
      open={open}
      onOpenChange={setOpen}
    >
      <form method="post" onSubmit={save} className="flex flex-col gap-4">
        <AgreedSelect round={round} aspect={unit.aspect} value={agreed} onChange={setAgreed} />
        <Field label={t('ratingRounds.result.why')} hint={t('ratingRounds.result.whyHint')} required>
          {(control) => (
            <Textarea {...control} maxLength={1000} value={why} onChange={({ target }) => setWhy(target.value)} />
          )}
        </Field>
        {error === null ? null : (
          <Notice tone="needs-you" live>
            {error}
          </Notice>
        )}
        <Button type="submit" variant="primary" disabled={busy} className="self-end">
          {t('ratingRounds.result.save')}
        </Button>
      </form>
    </Dialog>
  );
}

type SelectProps = { round: Round; aspect: string; value: string; onChange: (value: string) => void };

function AgreedSelect({ round: { levels, aspects }, aspect, value, onChange }: SelectProps) {
  const t = useText();
  return (
    <Field label={t('ratingRounds.result.rating')} required>
      {(control) => (
        <Select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="" disabled />
          {levelSteps(aspects.find(({ key }) => key === aspect)?.steps ?? levels).map((step) => (
            <option key={step} value={step}>
              {claimWords(t, step, levels)}
            </option>
          ))}
          <option value={NOT_KNOWN}>{t('ratingRounds.result.notKnown')}</option>
        </Select>
      )}
    </Field>
  );
}
