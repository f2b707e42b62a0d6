'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { Refused } from '../../../../_ui/refused.tsx';
import type { Choice, Chosen } from '../first-run-data.ts';
import { ChoiceRow } from './choice-row.tsx';
import { OwnCapability } from './own-capability.tsx';

const chosenOf = ({ key, name, own, consumption, mandatory }: Choice): Chosen => ({
  ...{ key, consumption, mandatory },
  ...(own ? { name } : {}),
});

/** Which capabilities the platform offers, how teams get them, and whether they must. */
export function ChoiceForm({
  platform,
  capabilities,
  next,
}: {
  platform: string;
  capabilities: Choice[];
  next: string;
}) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [rows, setRows] = useState(capabilities);
  const chosen = rows.filter((row) => row.chosen);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = { platform, capabilities: chosen.map(chosenOf) };
    if (!(await run(() => trpc.firstRun.chooseCapabilities.mutate(input)))) return;
    router.push(next);
    router.refresh();
  }

  return (
    <>
      <p className="pb-3 text-xs text-muted">{t('start.choice.consumptionAbout')}</p>
      <ul className="border-y border-hairline">
        {rows.map((row) => (
          <ChoiceRow
            key={row.key}
            row={row}
            onChange={(changed) => setRows(rows.map((one) => (one.key === row.key ? changed : one)))}
          />
        ))}
      </ul>
      <OwnCapability rows={rows} onAdd={(own) => setRows([...rows, own])} />
      <form onSubmit={submit} className="mt-6 flex flex-col gap-3 border-t border-hairline pt-4">
        <Refused>{error}</Refused>
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" variant="primary" disabled={busy}>
            {t(busy ? 'start.choice.saving' : 'start.choice.save')}
          </Button>
          <ButtonLink href={next}>{t('start.choice.skip')}</ButtonLink>
          <p aria-live="polite" className="text-xs text-muted">
            {t('start.choice.chosen', { n: chosen.length })}
          </p>
        </div>
      </form>
    </>
  );
}
