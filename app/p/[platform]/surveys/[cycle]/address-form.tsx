import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { AddressFields } from './address-fields.tsx';
import { addressesIn } from './address-list.ts';
import type { Cycle, TeamLinks } from './cycle-shape.ts';

/** What became of it: links of the teams without addresses, and how many mails are on their way. */
export type Issued = { teams: TeamLinks[]; mailed: number };

type Props = { platform: string; cycle: Cycle; onCancel: () => void; onIssued: (issued: Issued) => void };

/** The addresses of each team, and the button that sends everybody a link. */
export function AddressForm({ platform, cycle, onCancel, onIssued }: Props) {
  const t = useText();
  const { run, busy, error } = useAction();
  const [pasted, setPasted] = useState<Record<string, string>>({});
  const asked = cycle.teams.filter(({ invited }) => invited > 0);
  const mail = asked
    .map(({ key }) => ({ team: key, addresses: addressesIn(pasted[key] ?? '') }))
    .filter(({ addresses }) => addresses.length > 0);
  const n = mail.reduce((sum, { addresses }) => sum + addresses.length, 0);

  async function invite(event: FormEvent) {
    event.preventDefault();
    await run(async () => onIssued(await trpc.surveys.invite.mutate({ platform, cycle: cycle.id, mail })));
  }

  return (
    <form onSubmit={invite} className="flex flex-col gap-4">
      <AddressFields teams={asked} pasted={pasted} onChange={setPasted} />
      <p className="text-muted">{t('surveys.mail.promise')}</p>
      {error === null ? null : (
        <Notice tone="needs-you" live>
          {error}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {t('surveys.cycle.cancel')}
        </Button>
        <Button type="submit" variant="primary" disabled={busy || n === 0}>
          {t('surveys.mail.send', { n })}
        </Button>
      </div>
    </form>
  );
}
