'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { formatNumber } from '../../../../../_messages/format.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { Input } from '../../../../../_ui/input.tsx';
import { sendPlanning } from '../_planner/send-planning.ts';
import type { Place } from './budget-data.ts';

type Props = {
  platform: string;
  place: Place;
  /** what the place is called */
  about: string;
  /** null: nobody has said */
  days: number | null;
  isOwn: boolean;
  mayChange: boolean;
};

/** The person-days of a criterion at its place; whoever may plan for it can say something else than the rubric. */
export function EstimateField({ platform, place, about, days, isOwn, mayChange }: Props) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const shown = days === null ? t('budget.notEstimated') : formatNumber(days, t.locale, 2);
  if (!mayChange) return <span className="figures">{shown}</span>;
  if (isOpen) return <EstimateForm {...{ platform, place, days, isOwn, close: () => setOpen(false) }} />;
  return (
    <button
      type="button"
      onClick={() => setOpen(true)}
      aria-label={t('budget.estimate.change', { criterion: place.criterion, about })}
      className="figures -mr-2 h-8 rounded-md px-2 underline decoration-dotted underline-offset-3 hover:bg-sunken pointer-coarse:h-11"
    >
      {shown}
    </button>
  );
}

type FormProps = Pick<Props, 'platform' | 'place' | 'days' | 'isOwn'> & { close: () => void };

function EstimateForm({ platform, place, days, isOwn, close }: FormProps) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [text, setText] = useState(days === null ? '' : String(days));
  const save = async (value: number | null) => {
    if (!(await run(() => sendPlanning.saveEffort({ platform, ...place, days: value })))) return;
    close();
    router.refresh();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(Number(text.replace(',', '.')));
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-center justify-end gap-1.5">
      <Input
        autoFocus
        aria-label={t('budget.estimate.label', { criterion: place.criterion })}
        className="w-20! text-right"
        inputMode="decimal"
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
      <Button type="submit" disabled={busy || text.trim() === ''}>
        {t('budget.estimate.save')}
      </Button>
      {isOwn ? (
        <Button variant="quiet" disabled={busy} onClick={() => void save(null)}>
          {t('budget.estimate.back')}
        </Button>
      ) : null}
      <Button variant="quiet" onClick={close}>
        {t('budget.estimate.cancel')}
      </Button>
      {error === null ? null : (
        <p role="alert" className="w-full text-xs text-broken">
          {error}
        </p>
      )}
    </form>
  );
}
