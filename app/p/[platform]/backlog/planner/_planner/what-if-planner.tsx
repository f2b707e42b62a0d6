'use client';

import { useCallback } from 'react';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import { Panel } from '../../../../../_ui/panel.tsx';
import { AssumedList } from './assumed-list.tsx';
import { CellToggles } from './cell-toggles.tsx';
import { PlannerActions } from './planner-actions.tsx';
import type { ReadyPlanner, Scenario } from './planner-data.ts';
import { isChanged } from './then-cell.tsx';
import { usePlannerAddress } from './use-planner-address.ts';
import { useWhatIf } from './use-what-if.ts';
import { WhatIfHead } from './what-if-head.tsx';
import { WhatIfMap } from './what-if-map.tsx';

type Props = {
  planner: ReadyPlanner;
  start: Assumption[];
  /** the scenario that was opened */
  scenario: Pick<Scenario, 'id' | 'name' | 'description' | 'version' | 'mayChange'> | null;
  firstCell: string | null;
};

/** The map as it is and as it would be; a cell opens its criteria, and what one takes them to be is scored at once, here. */
export function WhatIfPlanner({ planner, start, scenario, firstCell }: Props) {
  const t = useText();
  const state = useWhatIf(planner.base, start);
  const { cell, setCell, fits } = usePlannerAddress(state.assumed, firstCell);
  const at = state.now.cells.findIndex((one) => `${one.capability}/${one.aspect}` === cell);
  const [now, then] = [state.now.cells[at], state.next.cells[at]];
  const changed = state.now.cells.filter((one, i) => isChanged(one, state.next.cells[i] ?? one)).length;
  const open = useCallback((address: string) => setCell(address), [setCell]);
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pb-4">
        <WhatIfHead state={state} changed={changed} />
        <PlannerActions planner={planner} state={state} scenario={scenario} />
      </div>
      {fits ? null : (
        <div className="pb-4">
          <Notice tone="needs-you">{t('planner.tooLong')}</Notice>
        </div>
      )}
      <WhatIfMap planner={planner} state={state} open={cell} onOpen={open} />
      <p className="pt-2 text-xs text-muted">{t('planner.map.legend')}</p>
      <AssumedList planner={planner} state={state} />
      {now === undefined || then === undefined ? null : (
        <Panel open title={nameOf(planner, now, t('planner.map.join'))} onClose={() => setCell(null)}>
          <CellToggles planner={planner} state={state} now={now} then={then} />
        </Panel>
      )}
    </>
  );
}

function nameOf(
  { capabilities, aspects }: ReadyPlanner,
  cell: { capability: string; aspect: string },
  join: string,
): string {
  const capability = capabilities.find(({ key }) => key === cell.capability)?.name ?? cell.capability;
  const aspect = aspects.find(({ key }) => key === cell.aspect)?.name ?? cell.aspect;
  return `${capability}${join}${aspect}`;
}
