import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type DayFigures, listClosedCycles, listPastSettings } from '#db/queries/history.ts';
import type { Database } from '#db/schema.ts';
import { readSettings } from '../catalogue/read-settings.ts';
import { parseQuestions } from '../surveys/asked-question.ts';

export const breakSchema = z.strictObject({
  day: z.iso.date(),
  /** `capabilities` and `invited`: the population changed, by what is offered or by who is asked */
  reason: z.enum(['rubric', 'wording', 'capabilities', 'invited']),
  /** wording: the key of the question; else empty */
  question: z.string(),
  /** rubric: its name and version; wording: the text; capabilities: their keys; invited: how many */
  from: z.string(),
  to: z.string(),
});
/** A day before and after which values are not one series (docs/scoring.md §6). */
export type Break = z.infer<typeof breakSchema>;

/** Fewer or more people than this part of those asked before are another population. */
const OTHER_PEOPLE = 0.2;

type Days = readonly Pick<DayFigures, 'day' | 'rubricId' | 'rubricVersion' | 'rubricSha256'>[];

/** The breaks in the history of a platform within its daily rows, oldest first. */
export async function listBreaks(db: Kysely<Database>, platformId: string, days: Days): Promise<Break[]> {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return [];
  const found = [
    ...rubricBreaks(days),
    ...(await offerBreaks(db, platformId, first)),
    ...surveyBreaks(await listClosedCycles(db, platformId)),
  ];
  return found.filter(({ day }) => first < day && day <= last).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** Each item with the one before it. */
const pairs = <T>(items: readonly T[]) => items.slice(1).flatMap((item, i) => [[items[i] ?? item, item] as const]);
const dayOf = (instant: string) => instant.slice(0, 'YYYY-MM-DD'.length);

function rubricBreaks(days: Days): Break[] {
  const name = ({ rubricId, rubricVersion, rubricSha256 }: Days[number], other: Days[number]) =>
    // one version with another text: only the hash tells them apart
    rubricId === other.rubricId && rubricVersion === other.rubricVersion
      ? `${rubricId} ${rubricVersion} (${rubricSha256.slice(0, 8)})`
      : `${rubricId} ${rubricVersion}`;
  return pairs(days)
    .filter(([before, after]) => before.rubricSha256 !== after.rubricSha256)
    .map(([before, after]) => ({
      ...{ day: after.day, reason: 'rubric' as const, question: '' },
      ...{ from: name(before, after), to: name(after, before) },
    }));
}

/** All that matters here of settings that are long. */
const offerSchema = z.object({ capabilities: z.array(z.object({ key: z.string(), state: z.string() })) });

/** Days on which another set of capabilities began to be offered. */
async function offerBreaks(db: Kysely<Database>, platformId: string, from: string): Promise<Break[]> {
  const past = await listPastSettings(db, platformId, from);
  if (past.length === 0) return [];
  const settings = past.map(({ settings: text }) => offerSchema.parse(JSON.parse(text)));
  const now = await readSettings(db, platformId, past.at(-1)?.until ?? '');
  const offered = [...settings, now].map(({ capabilities }) =>
    capabilities
      .flatMap(({ key, state }) => (state === 'offered' ? [key] : []))
      .sort()
      .join(', '),
  );
  // of several changes on one day the first says what was, the last what is
  const byDay = Map.groupBy(past.keys(), (i) => dayOf(past[i]?.until ?? ''));
  return [...byDay].flatMap(([day, changes]) => {
    const [from, to] = [offered[changes[0] ?? 0] ?? '', offered[(changes.at(-1) ?? 0) + 1] ?? ''];
    return from === to ? [] : [{ day, reason: 'capabilities' as const, question: '', from, to }];
  });
}

type Cycle = Awaited<ReturnType<typeof listClosedCycles>>[number];

/** Closed cycles that asked a question in other words than the cycle before, or asked many more or fewer people. */
function surveyBreaks(cycles: readonly Cycle[]): Break[] {
  const wording = new Map<string, string>();
  return cycles.flatMap((cycle, index) => {
    const day = dayOf(cycle.closedAt ?? '');
    const before = cycles[index - 1];
    const reworded = textsOf(cycle).flatMap(([question, text]) => {
      const was = wording.get(question);
      wording.set(question, text);
      return was === undefined || hashOf(was) === hashOf(text)
        ? []
        : [{ day, reason: 'wording' as const, question, from: was, to: text }];
    });
    return before !== undefined && isOtherPeople(before, cycle)
      ? [
          ...reworded,
          { day, reason: 'invited' as const, question: '', from: `${before.invited}`, to: `${cycle.invited}` },
        ]
      : reworded;
  });
}

const isOtherPeople = (before: Cycle, after: Cycle) =>
  Math.abs(after.invited - before.invited) >= OTHER_PEOPLE * before.invited;

/** Question keys with everything that a respondent reads of them, once each. */
function textsOf({ questions }: Cycle): [string, string][] {
  const texts = parseQuestions(questions).map(({ key, text, items = [], options = [] }): [string, string] => [
    key,
    [text, ...items.map((item) => item.text), ...options.map((option) => option.text)].join(' / '),
  ]);
  return [...new Map(texts)];
}

/** Spaces and capitals are no other wording. */
const hashOf = (text: string) =>
  createHash('sha256').update(text.toLowerCase().replace(/\s+/g, ' ').trim()).digest('hex');
