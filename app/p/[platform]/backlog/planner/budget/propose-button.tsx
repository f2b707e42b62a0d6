'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { sendPlanning } from '../_planner/send-planning.ts';

type Props = { platform: string; name: string; assumptions: Assumption[] };
type Proposed = { created: number; underWay: number };

/** Makes improvements of a plan, one a capability, and says how many. */
export function ProposeButton({ platform, name, assumptions }: Props) {
  const t = useText();
  const { run, busy, error } = useAction();
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const propose = () =>
    run(async () => {
      const { created, underWay } = await sendPlanning.propose({ platform, name, assumptions });
      setProposed({ created: created.length, underWay });
    });
  if (proposed !== null) {
    const { created, underWay } = proposed;
    return (
      <p role="status" className="flex flex-wrap items-center gap-x-3">
        <span>
          {t('budget.onward.proposed', { n: created })}
          {underWay === 0 ? null : `, ${t('budget.onward.underWay', { n: underWay })}`}
        </span>
        <Link href={`/p/${platform}/backlog`} className="text-accent-strong underline underline-offset-3">
          {t('budget.onward.look')}
        </Link>
      </p>
    );
  }
  return (
    <>
      <Button disabled={busy} onClick={() => void propose()}>
        {t('budget.onward.propose')}
      </Button>
      {error === null ? null : (
        <p role="alert" className="text-xs text-broken">
          {error}
        </p>
      )}
    </>
  );
}
