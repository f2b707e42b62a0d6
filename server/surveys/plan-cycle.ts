import { listCapabilities } from '#db/queries/catalogue.ts';
import { listTeams } from '#db/queries/teams.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { type AskedQuestion, questionsOf } from './asked-question.ts';
import { type FrozenTeam, freezeTeams } from './freeze-teams.ts';
import { surveyTemplates } from './templates/registry.ts';
import type { SurveyTemplate } from './templates/template.ts';

type Wish = { template: string; capabilities: string[]; teams: { team: string; invited: number }[] };
type Plan = { template: SurveyTemplate; questions: AskedQuestion[]; teams: FrozenTeam[] };

/** What a cycle would ask and whom, by the catalogue as it stands now; refuses what does not exist or is asked twice. */
export async function planCycle(ctx: Context, platformId: string, wish: Wish): Promise<Plan> {
  const template = Object.hasOwn(surveyTemplates, wish.template) ? surveyTemplates[wish.template] : undefined;
  if (template === undefined) throw new AppError('BAD_REQUEST', `There is no survey template "${wish.template}".`);
  const capabilities = await offered(ctx, platformId, wish.capabilities);
  if (capabilities.length > template.mostCapabilities) {
    const most = template.mostCapabilities;
    throw new AppError('BAD_REQUEST', `Ask about at most ${most} capabilities at a time: more tires people.`);
  }
  return { template, questions: questionsOf(template, capabilities), teams: await frozen(ctx, wish.teams) };
}

async function offered(ctx: Context, platformId: string, keys: string[]) {
  refuseDoubles(keys, (key) => `The capability "${key}" is named twice.`);
  const rows = await listCapabilities(ctx.db, platformId);
  return keys.map((key) => {
    const row = rows.find((row) => row.key === key);
    if (row === undefined) throw new AppError('BAD_REQUEST', `There is no capability "${key}" on this platform.`);
    if (row.state !== 'offered') throw new AppError('BAD_REQUEST', `The capability "${row.name}" is not offered.`);
    return { key, name: row.name };
  });
}

async function frozen(ctx: Context, wanted: Wish['teams']): Promise<FrozenTeam[]> {
  const keys = wanted.map(({ team }) => team);
  refuseDoubles(keys, (key) => `The team "${key}" is named twice.`);
  const teams = await listTeams(ctx.db);
  const invited = wanted.map(({ team: key, invited }) => {
    const team = teams.find((team) => team.key === key);
    if (team === undefined) throw new AppError('BAD_REQUEST', `There is no team "${key}".`);
    if (team.archivedAt !== null) throw new AppError('BAD_REQUEST', `The team "${team.name}" is archived.`);
    return [team.id, invited] as const;
  });
  return freezeTeams(teams, new Map(invited));
}

function refuseDoubles(keys: string[], sentence: (key: string) => string): void {
  const double = keys.find((key, i) => keys.indexOf(key) !== i);
  if (double !== undefined) throw new AppError('BAD_REQUEST', sentence(double));
}

const YEAR_MS = 366 * 86_400_000;

/** A survey closes after now, and within a year. */
export function requireFuture(ctx: Context, closesAt: string): void {
  const ahead = new Date(closesAt).getTime() - ctx.now().getTime();
  if (ahead <= 0) throw new AppError('BAD_REQUEST', 'The survey would close before it opens: choose a later date.');
  if (ahead > YEAR_MS) throw new AppError('BAD_REQUEST', 'A survey stays open for a year at most.');
}
