import type { z } from 'zod';
import { listTeamsAsked } from '#db/queries/invitations.ts';
import { sampleSize } from '#rubrics/statistics/sample-size.ts';
import type { Context } from '../context.ts';
import { outlook } from './anonymity/outlook.ts';
import { minutesOf, parseQuestions } from './asked-question.ts';
import { asGroups, cycleInput, loadCycle, MAY_READ, minimumsOfCycle } from './cycle.ts';
import { CONFIDENCE } from './figures-of.ts';
import { summaryOf } from './list-cycles.ts';
import { readBands } from './read-bands.ts';
import { readMailState } from './read-mail-state.ts';

export const readCycleInput = cycleInput;

/** How closely a share is worth knowing, as a ratio to either side. */
const MARGIN = 0.1;

/** One survey as its author sees it: what it asks, whom, what it can show at best, and banded participation while open. */
export async function readCycle(ctx: Context, input: z.output<typeof readCycleInput>) {
  const { cycle } = await loadCycle(ctx, input, MAY_READ);
  const teams = await listTeamsAsked(ctx.db, [cycle.id]);
  const minimums = minimumsOfCycle(cycle);
  const invited = teams.reduce((sum, { invited }) => sum + invited, 0);
  const questions = parseQuestions(cycle.questions);
  const keyOf = (id: string | null) => teams.find(({ teamId }) => teamId === id)?.key ?? null;
  const mail = await readMailState(ctx, cycle, (teamId) => keyOf(teamId) ?? '');
  const { band, bandOf, countedOn } = (await readBands(ctx.db, [cycle]))(cycle.id);
  const canShow = new Map(outlook(asGroups(teams), minimums).map(({ group, canShow }) => [group, canShow]));
  return {
    ...summaryOf(cycle),
    askedBy: cycle.askedBy,
    purpose: cycle.purpose,
    minimums,
    minutes: minutesOf(questions),
    questions: questions.map(({ key, kind, text, capability, capabilityName }) => {
      return { key, kind, text, capability, capabilityName };
    }),
    invited,
    /** how many answers tell a share within `margin` either way, if they are a fair sample of those invited */
    wanted: { answers: sampleSize(MARGIN, CONFIDENCE, invited), margin: MARGIN, confidence: CONFIDENCE },
    canShow: canShow.get(null) ?? false,
    band,
    countedOn,
    /** whether invitations can go by e-mail */
    mailPossible: mail.possible,
    refusedMail: mail.refused,
    linksMade: teams.some(({ sent }) => sent > 0),
    teams: teams.map(({ teamId, key, name, parentId, invited }) => ({
      key,
      name,
      parent: keyOf(parentId),
      invited,
      canShow: canShow.get(teamId) ?? false,
      band: bandOf(teamId),
      /** null: this team has links, or one may not know */
      mail: mail.teams.get(teamId) ?? null,
    })),
  };
}
