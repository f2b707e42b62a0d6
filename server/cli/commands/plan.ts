import { canonicalJson } from '#rubrics/evidence/canonical.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { loadRubric } from '#rubrics/load-packs.ts';
import { appliesTo } from '#rubrics/scoring/applies-to.ts';
import { score } from '#rubrics/scoring/score.ts';
import { AppError } from '../../errors.ts';
import { budgetField } from '../../planning/plan-budget.ts';
import { planWithin } from '../../planning/plan-within.ts';
import { type Command, InputError, UsageError } from '../command.ts';
import { formatPlan } from '../format-plan.ts';
import { readBundleFile } from '../read-bundle-file.ts';

const LIMIT_SECONDS = 60;

export const plan: Command = {
  name: 'plan',
  summary: 'Plans which criteria to work on so that percent to target rises most within some person-days.',
  words: [],
  options: {
    pack: { value: 'DIR', about: 'folder of the rubric pack, whose efforts count', required: true },
    bundle: { value: 'FILE', about: 'evidence bundle (JSON)', required: true },
    budget: { value: 'N', about: 'person-days', required: true },
    'leave-out': { value: null, about: 'leaves out what has no effort; else it counts as the median' },
    format: { value: 'json|table', about: 'canonical JSON, or a table to read; default table' },
  },
  run: async (given, { out }) => {
    const format = given.maybe('format') ?? 'table';
    if (format !== 'json' && format !== 'table') throw new UsageError('--format is json or table.');
    const budget = readBudget(given.text('budget'));
    const rubric = loadRubric(given.text('pack'));
    const loaded = readBundleFile(given.text('bundle'));
    const { capabilities } = loaded.bundle.settings;
    const efforts = new Map(
      rubric.criteria.flatMap(({ source, ofPlatform, appliesTo: condition }) => {
        const where = ofPlatform
          ? [null]
          : capabilities.filter((one) => appliesTo(condition, one)).map(({ key }) => key);
        return where.map((capability) => [keyOf(source.id, capability), source.effort ?? null] as const);
      }),
    );
    const request = { budget, must: [], never: [], limitSeconds: LIMIT_SECONDS };
    const unestimated = given.flag('leave-out') ? 'leave_out' : 'median';
    const scored = { rubric, loaded, scorecard: score(rubric, loaded) };
    const planned = await planWithin(scored, efforts, { ...request, unestimated }).catch(asInputError);
    out(format === 'json' ? `${canonicalJson(planned)}\n` : formatPlan(planned, loaded.bundle));
    return 0;
  },
};

function readBudget(text: string): number {
  const read = budgetField.safeParse(text.trim() === '' ? Number.NaN : Number(text));
  if (read.success) return read.data;
  throw new UsageError(`--budget ${text}: ${read.error.issues[0]?.message ?? 'write a number of person-days.'}`);
}

function asInputError(error: unknown): never {
  throw error instanceof AppError ? new InputError(error.message) : error;
}
