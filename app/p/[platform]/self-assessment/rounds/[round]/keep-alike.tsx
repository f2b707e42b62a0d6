'use client';

import { useRouter } from 'next/navigation';
import { useText } from '../../../../../_messages/use-text.tsx';
import { trpc } from '../../../../../_trpc/client.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import type { RatedUnit, Round } from '../rounds-data.ts';

/** Records at once what needs no talk: places that two or more rated, all alike, and of which nothing is recorded yet. */
export function KeepAlike({ round, units }: { round: Round; units: readonly RatedUnit[] }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const alike = units.filter(
    ({ spread, dontKnow, consensus, mayAgree }) => spread === 0 && dontKnow === 0 && consensus.length === 0 && mayAgree,
  );
  if (alike.length === 0) return null;

  async function keep() {
    const why = t('ratingRounds.result.keepWhy');
    const consensus = alike.map(({ aspect, capability, low }) => ({ aspect, capability, rating: low, why }));
    const record = () => trpc.ratingRounds.agree.mutate({ platform: round.platform.key, round: round.id, consensus });
    if (await run(record)) router.refresh();
  }

  return (
    <>
      <Button disabled={busy} onClick={keep}>
        {t('ratingRounds.result.keep', { n: alike.length })}
      </Button>
      {error === null ? null : (
        <Notice tone="needs-you" live>
          {error}
        </Notice>
      )}
    </>
  );
}
