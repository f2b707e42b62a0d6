'use client';

import { useId } from 'react';
import { useText } from '../../../_messages/use-text.tsx';
import { Meter, type MeterCell } from '../../../_ui/meter.tsx';
import { MARK_PATHS, type Mark } from '../../../_ui/meter-paths.ts';

const plain: MeterCell = {
  state: 'scored',
  level: 2,
  high: 2,
  target: null,
  coverage: null,
  confidence: 'high',
  claimed: null,
  marks: [],
};
const unknown: MeterCell = { ...plain, level: 1, confidence: null };

const SIGNS = [
  ['filled', plain],
  ['possible', { ...plain, high: 4 }],
  ['target', { ...plain, target: 3 }],
  ['coverage', { ...plain, coverage: 0.6 }],
  ['unknown', unknown],
  ['claimed', { ...unknown, claimed: 2 }],
  ['notOffered', { ...plain, state: 'not_offered' }],
  ['hidden', { ...plain, state: 'hidden' }],
] as const satisfies readonly (readonly [string, MeterCell])[];

const MARKS = ['symptom', 'stale', 'exempt', 'inherited', 'ahead'] as const satisfies readonly Mark[];

/** Each part of the meter with its meaning, behind one line. */
export function MeterLegend({ steps }: { steps: number }) {
  const t = useText();
  const id = useId().replaceAll(/\W/g, '');
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        style={{ anchorName: `--${id}` }}
        className="flex h-8 items-center rounded-sm px-1 text-xs text-muted hover:text-ink pointer-coarse:h-11"
      >
        {t('overview.map.legend')}
      </button>
      <ul
        id={id}
        popover="auto"
        style={{ positionAnchor: `--${id}` }}
        className="w-72 rounded-md border border-hairline bg-raised p-3 text-xs text-ink shadow-float open:grid open:gap-1.5 [inset:auto] [position-area:bottom_span-right] [position-try-fallbacks:flip-inline]"
      >
        {SIGNS.map(([sign, cell]) => (
          <li key={sign} className="flex items-center gap-2">
            <Meter cell={cell} size={24} steps={steps} />
            {t(`overview.legend.${sign}`)}
          </li>
        ))}
        {MARKS.map((mark) => (
          <li key={mark} className="flex items-center gap-2">
            <svg
              aria-hidden="true"
              viewBox="-1 -1 9 9"
              className="ml-1 size-4 fill-none stroke-ink stroke-[1.1] [stroke-linecap:round]"
            >
              <path d={MARK_PATHS[mark]} />
            </svg>
            {t(`meter.marks.${mark}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
