import { classNames } from './class-names.ts';
import { hatchPath, MARK_PATHS, type Mark, marksInOrder, stepsPath, weavePath } from './meter-paths.ts';

/** What the meter draws. Levels run from 1 to `steps`. */
export type MeterCell = {
  state: 'scored' | 'not_offered' | 'not_applicable' | 'hidden';
  level: number | null;
  /** the level if all that is unknown turned out well */
  high: number | null;
  target: number | null;
  /** decided share of what was asked, 0…1 */
  coverage: number | null;
  /** null: nothing is decided by evidence */
  confidence: string | null;
  claimed: number | null;
  marks: readonly Mark[];
};

const BODY = { left: 8, right: 23, top: 3, bottom: 27 } as const;
const WIDTH = BODY.right - BODY.left;
const HEIGHT = BODY.bottom - BODY.top;
const BASE = 30;

const FILLS = ['fill-level-1', 'fill-level-1', 'fill-level-2', 'fill-level-3', 'fill-level-4'] as const;
const STROKES = ['stroke-level-1', 'stroke-level-1', 'stroke-level-2', 'stroke-level-3', 'stroke-level-4'] as const;

/** Nothing is known: no evidence decides anything, and no exemption lifts the cell. */
export function isUnknown(cell: Pick<MeterCell, 'state' | 'confidence' | 'level'>): boolean {
  return cell.state === 'scored' && cell.confidence === null && (cell.level ?? 0) <= 1;
}

function Frame({ className }: { className: string }) {
  return (
    <rect
      x={BODY.left}
      y={BODY.top}
      width={WIDTH}
      height={HEIGHT}
      rx={0.5}
      className={classNames('fill-none', className)}
    />
  );
}

function Level({ cell, steps }: { cell: MeterCell; steps: number }) {
  const level = cell.level ?? 0;
  const high = Math.max(cell.high ?? level, level);
  const shade = Math.min(level, 4);
  return (
    <>
      <Frame className="stroke-line" />
      {high > level ? (
        <path
          d={hatchPath(BODY, steps, level, high)}
          className={classNames('fill-none stroke-[0.9]', STROKES[Math.max(shade, 2)])}
        />
      ) : null}
      {level > 0 ? <path d={stepsPath(BODY, steps, level)} className={FILLS[shade]} /> : null}
    </>
  );
}

function Claim({ claimed, steps }: { claimed: number; steps: number }) {
  const height = (Math.min(claimed, steps) / steps) * HEIGHT;
  return (
    <rect
      x={BODY.left + 2}
      y={BODY.bottom - height + 1.5}
      width={WIDTH - 4}
      height={height - 3}
      className="fill-none stroke-ink stroke-[0.8]"
    />
  );
}

function Body({ cell, steps }: { cell: MeterCell; steps: number }) {
  if (cell.state === 'not_offered')
    return <Frame className="stroke-line [stroke-dasharray:0.1_2.6] stroke-[1.4] [stroke-linecap:round]" />;
  if (cell.state === 'not_applicable')
    return <path d={`M${BODY.left + 3} 15h${WIDTH - 6}`} className="stroke-line stroke-[1.4]" />;
  if (cell.state === 'hidden') {
    return (
      <>
        <path d={weavePath(BODY)} className="fill-none stroke-line stroke-[0.7]" />
        <Frame className="stroke-line" />
      </>
    );
  }
  if (!isUnknown(cell)) return <Level cell={cell} steps={steps} />;
  return (
    <>
      <Frame className="stroke-line" />
      {cell.claimed === null ? null : <Claim claimed={cell.claimed} steps={steps} />}
    </>
  );
}

function Edges({ cell, steps }: { cell: MeterCell; steps: number }) {
  if (cell.state !== 'scored') return null;
  const notch = cell.target === null ? null : BODY.bottom - (Math.min(cell.target, steps) / steps) * HEIGHT;
  return (
    <>
      {notch === null ? null : <path d={`M24.4 ${notch}l4-2.6v5.2z`} className="fill-ink" />}
      <path d={`M${BODY.left} ${BASE}h${WIDTH}`} className="stroke-line stroke-[0.8]" />
      {cell.coverage ? (
        <path d={`M${BODY.left} ${BASE}h${WIDTH * cell.coverage}`} className="stroke-ink stroke-2" />
      ) : null}
    </>
  );
}

/**
 * The product's sign: how high a cell stands (filled), could stand (hatched), should stand (notch), and how much of that
 * rests on evidence (base line). Give a `label` where the meter stands alone; beside words that say the same, leave it out.
 */
export function Meter({
  cell,
  size = 24,
  steps = 4,
  label,
}: {
  cell: MeterCell;
  size?: number;
  steps?: number;
  label?: string;
}) {
  const marks = marksInOrder(cell.marks).slice(0, size < 20 ? 1 : undefined);
  return (
    <svg
      viewBox="0 0 29 32"
      width={(size * 29) / 32}
      height={size}
      className="shrink-0 overflow-visible"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <Body cell={cell} steps={steps} />
      <Edges cell={cell} steps={steps} />
      {marks.map((mark, index) => (
        <path
          key={mark}
          d={MARK_PATHS[mark]}
          transform={`translate(0 ${index * 6.6})`}
          data-mark={mark}
          className="fill-none stroke-ink stroke-[1.1] [stroke-linecap:round]"
        />
      ))}
    </svg>
  );
}
