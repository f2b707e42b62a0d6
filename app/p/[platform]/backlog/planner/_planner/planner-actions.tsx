'use client';

import { useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Button } from '../../../../../_ui/button.tsx';
import { KeepScenario } from './keep-scenario.tsx';
import { MakeImprovements } from './make-improvements.tsx';
import type { ReadyPlanner, Scenario } from './planner-data.ts';
import type { WhatIfState } from './use-what-if.ts';

type Props = {
  planner: ReadyPlanner;
  state: WhatIfState;
  scenario: Pick<Scenario, 'id' | 'name' | 'description' | 'version' | 'mayChange'> | null;
};

function CopyLink() {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
  };
  return (
    <>
      <Button onClick={() => void copy()}>{t(copied ? 'planner.actions.copied' : 'planner.actions.copy')}</Button>
      <span role="status" className="sr-only">
        {copied ? t('planner.actions.copied') : null}
      </span>
    </>
  );
}

/** Takes steps back, hands the what-if on, keeps it, and makes work of it. */
export function PlannerActions({ planner, state, scenario }: Props) {
  const t = useText();
  const isEmpty = state.assumed.length === 0;
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="quiet" disabled={state.undo === null} onClick={() => state.undo?.()}>
        {t('planner.actions.undo')}
      </Button>
      <Button variant="quiet" disabled={isEmpty} onClick={state.reset}>
        {t('planner.actions.reset')}
      </Button>
      {isEmpty ? null : <CopyLink key={JSON.stringify(state.assumed)} />}
      {planner.mayKeep && !isEmpty ? (
        <>
          <MakeImprovements planner={planner} state={state} name={scenario?.name ?? ''} />
          <KeepScenario platform={planner.platform.key} assumed={state.assumed} scenario={scenario} />
        </>
      ) : null}
    </div>
  );
}
