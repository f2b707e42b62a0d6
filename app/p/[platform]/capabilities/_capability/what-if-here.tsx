'use client';

import Link from 'next/link';
import { useState } from 'react';
import { writeAssumptions } from '#rubrics/scoring/assumption-text.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Refused } from '../../../../_ui/refused.tsx';
import { CellToggles } from '../../backlog/planner/_planner/cell-toggles.tsx';
import { plannerAddress, type ReadyPlanner } from '../../backlog/planner/_planner/planner-data.ts';
import { sendPlanning } from '../../backlog/planner/_planner/send-planning.ts';
import { isChanged, NowAndThen } from '../../backlog/planner/_planner/then-cell.tsx';
import { useWhatIf } from '../../backlog/planner/_planner/use-what-if.ts';
import { WhatIfHead } from '../../backlog/planner/_planner/what-if-head.tsx';

type Place = { platform: string; capability: string; aspect: string };

/** The five cells of a capability as they are and as they would be, and the criteria of the open one to try. */
function WhatIf({ planner, capability, aspect }: { planner: ReadyPlanner } & Omit<Place, 'platform'>) {
  const t = useText();
  const state = useWhatIf(planner.base, []);
  const pairs = state.now.cells.flatMap((now, i) => ({ now, next: state.next.cells[i] ?? now }));
  const mine = pairs.filter(({ now }) => now.capability === capability);
  const open = mine.find(({ now }) => now.aspect === aspect);
  const address = { assume: writeAssumptions(state.assumed), cell: `${capability}/${aspect}` };
  return (
    <div className="grid gap-4 pt-3">
      <WhatIfHead state={state} changed={pairs.filter(({ now, next }) => isChanged(now, next)).length} />
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {mine.map(({ now, next }) => (
          <li key={now.aspect} className="flex items-center gap-2 text-xs">
            <NowAndThen now={now} then={next} levels={planner.levels} />
            {planner.aspects.find(({ key }) => key === now.aspect)?.name ?? now.aspect}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet" disabled={state.undo === null} onClick={() => state.undo?.()}>
          {t('planner.actions.undo')}
        </Button>
        <Button variant="quiet" disabled={state.assumed.length === 0} onClick={state.reset}>
          {t('planner.actions.reset')}
        </Button>
        <Link className="link self-center" prefetch={false} href={plannerAddress(planner.platform.key, address)}>
          {t('planner.here.planner')}
        </Link>
      </div>
      {open === undefined ? null : (
        <div>
          <CellToggles planner={planner} state={state} now={open.now} then={open.next} />
        </div>
      )}
    </div>
  );
}

/** Opens a what-if right where the criteria stand. What it needs comes with the first click. */
export function WhatIfHere({ platform, capability, aspect }: Place) {
  const t = useText();
  const [planner, setPlanner] = useState<ReadyPlanner | null>(null);
  const { run, busy, error } = useAction();
  const open = () =>
    run(async () => {
      const read = await sendPlanning.read({ platform });
      if (read.base !== null) setPlanner({ ...read, base: read.base });
    });
  return (
    <section className="mt-4 rounded-md border border-dashed border-line/55 px-3 py-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-xs text-muted">{t(busy ? 'planner.here.loading' : 'planner.here.about')}</p>
        {planner === null ? (
          <Button disabled={busy} onClick={() => void open()}>
            {t('planner.here.open')}
          </Button>
        ) : (
          <Button variant="quiet" onClick={() => setPlanner(null)}>
            {t('planner.here.close')}
          </Button>
        )}
      </div>
      <Refused>{error}</Refused>
      {planner === null ? null : <WhatIf planner={planner} capability={capability} aspect={aspect} />}
    </section>
  );
}
