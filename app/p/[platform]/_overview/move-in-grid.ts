const STEPS = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
} as const satisfies Record<string, readonly [number, number]>;

type Place = { row: number; column: number };

function isArrow(key: string): key is keyof typeof STEPS {
  return Object.hasOwn(STEPS, key);
}

/** Where a key leads inside a grid, or null where it leads nowhere. Home and End stay in the row; with Ctrl they go to the corners. */
export function moveInGrid(
  key: string,
  at: Place,
  size: { rows: number; columns: number },
  ctrl = false,
): Place | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  if (key === 'Home') return { row: ctrl ? 0 : at.row, column: 0 };
  if (key === 'End') return { row: ctrl ? last.row : at.row, column: last.column };
  if (!isArrow(key)) return null;
  const [down, right] = STEPS[key];
  return {
    row: Math.min(last.row, Math.max(0, at.row + down)),
    column: Math.min(last.column, Math.max(0, at.column + right)),
  };
}
