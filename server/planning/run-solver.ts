import type { Highs, ModelData } from 'highs';

export type Row = { least: number; most: number; terms: readonly (readonly [column: number, factor: number])[] };

/** Columns lie between 0 and 1. */
export type IntegerProgram = {
  goal: 'maximize' | 'minimize';
  worth: readonly number[];
  /** the first so many columns are 0 or 1, the rest follow from them */
  whole: number;
  rows: readonly Row[];
  /** values that keep all rows: where the search begins */
  start: readonly number[];
  limitSeconds: number;
};

/** `values` null: none were found in time. `bound`: no solution is better than that. */
export type SolverAnswer = { values: readonly number[] | null; bound: number; isBest: boolean };

let loading: Promise<Highs> | undefined;

/** The solver (HiGHS as WebAssembly) is loaded when somebody first plans, and stays with the thread. */
async function loadSolver(): Promise<Highs> {
  loading ??= import('highs').then(({ default: load }) => load());
  return loading;
}

/** Solves an integer program. It blocks its thread for as long as the limit says: for task threads and the command line. */
export async function runSolver(program: IntegerProgram): Promise<SolverAnswer> {
  const highs = await loadSolver();
  const { modelStatus, solutionStatus } = highs.constants;
  return highs.withModel(dataOf(highs, program), (model) => {
    model.options.set({
      ...{ output_flag: false, time_limit: program.limitSeconds, random_seed: 0, mip_allow_restart: false },
      // the plan that is best, and not one that nearly is; budgets are kept to the hundredth of a day
      ...{ mip_rel_gap: 0, mip_abs_gap: 1e-6, mip_feasibility_tolerance: 1e-9, primal_feasibility_tolerance: 1e-9 },
    });
    model.setSolution({ colValue: Float64Array.from(program.start) });
    model.run();
    const isFound = model.info.get('primal_solution_status') === solutionStatus.feasible;
    return {
      values: isFound ? [...model.getSolution().colValue] : null,
      bound: Number(model.info.get('mip_dual_bound')),
      isBest: model.getModelStatus() === modelStatus.optimal,
    };
  });
}

function dataOf(highs: Highs, { goal, worth, whole, rows }: IntegerProgram): ModelData {
  const { objectiveSense, variableType } = highs.constants;
  const columns = worth.length;
  const terms = rows.flatMap((row) => row.terms);
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.terms.length);
  return {
    numCols: columns,
    numRows: rows.length,
    sense: objectiveSense[goal],
    colCost: Float64Array.from(worth),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: Float64Array.from(rows, ({ least }) => least),
    rowUpper: Float64Array.from(rows, ({ most }) => most),
    integrality: worth.map((_, column) => (column < whole ? variableType.integer : variableType.continuous)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(terms, ([column]) => column),
      values: Float64Array.from(terms, ([, factor]) => factor),
    },
  };
}
