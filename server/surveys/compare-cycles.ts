import { z } from 'zod';
import { bundleSchema } from '#rubrics/evidence/bundle.ts';
import { benjaminiHochberg } from '#rubrics/statistics/benjamini-hochberg.ts';
import { fisherExact } from '#rubrics/statistics/fisher-exact.ts';
import { newcombe } from '#rubrics/statistics/newcombe.ts';
import type { Interval } from '#rubrics/statistics/statistic.ts';
import { welch } from '#rubrics/statistics/welch.ts';
import type { Shown } from './anonymity/suppress.ts';
import type { AskedQuestion } from './asked-question.ts';
import { CONFIDENCE } from './figures-of.ts';
import { questionTypeOf } from './response.ts';

const entrySchema = bundleSchema.shape.surveys.element;
type Entry = z.infer<typeof entrySchema>;
type Row = { question: string; capability: string; audience: string; shown: Shown; result: string };
type Team = { teamId: string; key: string; parentId: string | null; invited: number };

/** A closed cycle as it was released: nothing else is ever compared, so nothing is told that was not told before. */
export type ReleasedCycle = { questions: readonly AskedQuestion[]; teams: readonly Team[]; rows: readonly Row[] };

/** Below this the share of changes that are chance, among those called clear, is expected to lie. */
const CLEAR = 0.05;

export const changeSchema = z.strictObject({
  /** this cycle less the one before, in the unit of the figure: a ratio, or points */
  estimate: z.number(),
  low: z.number(),
  high: z.number(),
  /** how often chance alone would show as much, two-sided */
  p: z.number(),
  /** the same after Benjamini and Hochberg's correction for everything that is compared of this cycle */
  adjusted: z.number(),
  clear: z.boolean(),
});
export type Change = z.infer<typeof changeSchema>;

type Place = { question: string; capability: string | null; audience: string };
export const placeOf = ({ question, capability, audience }: Place) => `${question} ${capability ?? ''} ${audience}`;

/**
 * What changed since an earlier cycle, by place. Compared is what was asked in the same words of the same teams and released
 * exactly both times. Who answered is not known, so the two waves count as independent, which is cautious; so is leaving out
 * that a population is finite.
 */
export function compareCycles(current: ReleasedCycle, earlier: ReleasedCycle): Map<string, Change> {
  const compared = current.rows.flatMap((row) => {
    const question = current.questions.find(isOf(row));
    const before = earlier.rows.find((other) => placeOf(other) === placeOf(row));
    if (question === undefined || before === undefined) return [];
    if (!sameWords(question, earlier.questions.find(isOf(row))) || !samePeople(row.audience, current, earlier))
      return [];
    if (row.shown !== 'exact' || before.shown !== 'exact') return [];
    const found = compare(question, parse(row), parse(before));
    return found === null ? [] : [{ place: placeOf(row), ...found }];
  });
  const adjusted = benjaminiHochberg(compared.map(({ p }) => p));
  return new Map(
    compared.map(({ place, p, difference }, index) => {
      const corrected = adjusted[index] ?? 1;
      return [place, { ...difference, p, adjusted: corrected, clear: corrected < CLEAR }];
    }),
  );
}

const parse = (row: Row): Entry => entrySchema.parse(JSON.parse(row.result));

const isOf = (row: Pick<Row, 'question' | 'capability'>) => (question: AskedQuestion) =>
  question.key === row.question && (question.capability ?? '') === row.capability;

function compare(question: AskedQuestion, now: Entry, before: Entry): { difference: Interval; p: number } | null {
  const [one, two] = [favourableOf(question, now), favourableOf(question, before)];
  if (one !== null && two !== null) return { difference: newcombe(one, two, CONFIDENCE), p: fisherExact(one, two) };
  const [first, second] = [sampleOf(before), sampleOf(now)];
  const found = first === null || second === null ? null : welch(first, second, CONFIDENCE);
  return found && { difference: found.difference, p: found.p };
}

function favourableOf(question: AskedQuestion, { counts }: Entry): { x: number; n: number } | null {
  const { favourable } = questionTypeOf(question);
  if (counts === null || favourable.length === 0) return null;
  const sum = (of: readonly number[]) => of.reduce((total, count) => total + count, 0);
  const n = sum(Object.values(counts));
  return n === 0 ? null : { x: sum(favourable.map((key) => counts[key] ?? 0)), n };
}

const sampleOf = ({ counts, n, mean, sd }: Entry) =>
  counts !== null || n === null || mean === null || sd === null ? null : { n, mean, sd };

function sameWords(now: AskedQuestion, before: AskedQuestion | undefined): boolean {
  const words = ({ kind, text, items, options }: AskedQuestion) => JSON.stringify([kind, text, items, options]);
  return before !== undefined && words(now) === words(before);
}

/** A group is the same where the same teams are in it; how many of each were invited may differ. */
function samePeople(audience: string, current: ReleasedCycle, earlier: ReleasedCycle): boolean {
  const [now, before] = [teamsIn(audience, current.teams), teamsIn(audience, earlier.teams)];
  return now.length > 0 && now.join(' ') === before.join(' ');
}

function teamsIn(audience: string, teams: readonly Team[]): string[] {
  const below = (parentId: string): Team[] =>
    teams.filter((team) => team.parentId === parentId).flatMap((team) => [team, ...below(team.teamId)]);
  const wanted =
    audience === 'all'
      ? teams
      : teams.filter(({ key }) => audience === `team:${key}`).flatMap((team) => [team, ...below(team.teamId)]);
  return wanted.flatMap(({ key, invited }) => (invited > 0 ? [key] : [])).toSorted();
}
